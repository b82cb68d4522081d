-- query: delete_statute
-- kind: one
-- param: id bigint
-- row: id bigint
delete from council.statute s
where s.id = $1::bigint
returning s.id
