-- query: unconfirm_meeting
-- kind: one
-- param: meeting_id bigint
-- row: done boolean
select true as done from api.unconfirm_meeting($1::bigint)
