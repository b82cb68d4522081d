-- query: take_pen
-- kind: one
-- param: meeting_id bigint
-- param: client uuid
-- param: force boolean
-- row: mine boolean
-- row: holder text
-- row: since bigint
select t.mine, t.holder, t.since from api.take_pen($1::bigint, $2::uuid, $3::boolean) t
