-- query: attend_projector
-- kind: one
-- param: meeting_id bigint
-- row: attends boolean
select api.attend_projector($1::bigint) as attends
