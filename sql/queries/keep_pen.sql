-- query: keep_pen
-- kind: one
-- param: meeting_id bigint
-- param: client uuid
-- row: mine boolean
select api.keep_pen($1::bigint, $2::uuid) as mine
