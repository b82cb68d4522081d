-- query: delete_account
-- kind: one
-- param: id bigint
-- param: version bigint
-- row: id bigint
delete from council.account t
where t.id = $1::bigint and t.version = $2::bigint
returning t.id
