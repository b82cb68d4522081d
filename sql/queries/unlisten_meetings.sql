-- query: unlisten_meetings
-- kind: exec
unlisten ratstisch_meeting
