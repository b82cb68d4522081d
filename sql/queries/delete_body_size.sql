-- query: delete_body_size
-- kind: one
-- param: id bigint
-- param: version bigint
-- row: id bigint
delete from council.body_size t
where t.id = $1::bigint and t.version = $2::bigint
returning t.id
