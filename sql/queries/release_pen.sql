-- query: release_pen
-- kind: one
-- param: meeting_id bigint
-- param: client uuid
-- row: released boolean
select api.release_pen($1::bigint, $2::uuid) as released
