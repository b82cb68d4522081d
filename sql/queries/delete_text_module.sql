-- query: delete_text_module
-- kind: one
-- param: id bigint
-- param: version bigint
-- row: id bigint
delete from council.text_module t
where t.id = $1::bigint and t.version = $2::bigint
returning t.id
