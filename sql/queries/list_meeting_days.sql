-- query: list_meeting_days
-- kind: list
-- key: day date
-- sort: day
-- search: search
-- param: meeting_id bigint
-- row: day date
-- row: starts_at text
-- row: ends_at text
select d.day, to_char(d.starts_at, 'HH24:MI') as starts_at, coalesce(to_char(d.ends_at, 'HH24:MI'), '') as ends_at,
  to_char(d.day, 'DD.MM.YYYY') as search
from council.meeting_day d
where d.meeting_id = $1::bigint
