-- query: confirm_meetings
-- kind: one
-- param: body_id bigint
-- param: first date
-- param: last date
-- row: confirmed bigint
select api.confirm_meetings($1::bigint, $2::date, $3::date) as confirmed
