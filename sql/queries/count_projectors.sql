-- query: count_projectors
-- kind: one
-- param: meeting_id bigint
-- row: id bigint
-- row: projectors integer
select $1::bigint as id, api.projectors($1::bigint) as projectors
