-- query: confirm_meeting
-- kind: one
-- param: id bigint
-- param: note text
-- row: done boolean
select true as done from api.confirm_meeting($1::bigint, $2::text)
