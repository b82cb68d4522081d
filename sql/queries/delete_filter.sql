-- query: delete_filter
-- kind: one
-- param: id bigint
-- row: id bigint
delete from council.saved_filter f
where f.id = $1::bigint and f.account = council.invoker()
returning f.id
