-- query: pick_held_meeting
-- kind: list
-- key: id bigint
-- sort: name
-- search: search
-- row: id bigint
-- row: name text
select m.id, to_char(m.starts_at, 'YYYY-MM-DD') || ' ' || m.name as name, m.search
from council.meeting m
where m.state in ('closed', 'signed')
