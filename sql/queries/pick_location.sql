-- query: pick_location
-- kind: list
-- key: id bigint
-- sort: name
-- search: search
-- row: id bigint
-- row: name text
select l.id, concat_ws(', ', l.name, nullif(l.room, '')) as name, l.search
from council.location l
