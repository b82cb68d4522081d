-- query: put_statute_in_force
-- kind: one
-- param: id bigint
-- param: replace boolean
-- row: said text
select api.put_statute_in_force($1::bigint, $2::boolean) as said
