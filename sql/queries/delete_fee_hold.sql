-- query: delete_fee_hold
-- kind: one
-- param: id bigint
-- param: version bigint
-- row: id bigint
delete from council.fee_hold t
where t.id = $1::bigint and t.version = $2::bigint
returning t.id
