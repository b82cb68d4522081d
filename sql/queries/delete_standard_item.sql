-- query: delete_standard_item
-- kind: one
-- param: id bigint
-- param: version bigint
-- row: id bigint
delete from council.standard_item t
where t.id = $1::bigint and t.version = $2::bigint
returning t.id
