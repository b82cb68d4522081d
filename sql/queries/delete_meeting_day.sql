-- query: delete_meeting_day
-- kind: one
-- param: meeting_id bigint
-- param: day date
-- row: day date
delete from council.meeting_day d
where d.meeting_id = $1::bigint and d.day = $2::date
returning d.day
