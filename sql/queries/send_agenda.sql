-- query: send_agenda
-- kind: one
-- param: meeting_id bigint
-- param: note text
-- row: version integer
select api.send_agenda($1::bigint, $2::text) as version
