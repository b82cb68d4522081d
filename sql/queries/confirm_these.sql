-- query: confirm_these
-- kind: one
-- param: ids text
-- row: done bigint
select api.confirm_these($1::text) as done
