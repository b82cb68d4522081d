-- query: withdraw_statute
-- kind: one
-- param: id bigint
-- row: statute text
select api.withdraw_statute($1::bigint) as statute
