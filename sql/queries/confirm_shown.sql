-- query: confirm_shown
-- kind: one
-- param: body_id bigint
-- param: filter text
-- row: done bigint
select api.confirm_shown($1::bigint, $2::text) as done
