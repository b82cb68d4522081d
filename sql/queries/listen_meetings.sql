-- query: listen_meetings
-- kind: exec
listen ratstisch_meeting
