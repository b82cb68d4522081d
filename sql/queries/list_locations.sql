-- query: list_locations
-- kind: list
-- key: id bigint
-- sort: name room
-- search: search
-- row: id bigint
-- row: name text
-- row: room text
-- row: street_address text
-- row: locality text
select l.id, l.name, l.room, l.street_address, l.locality, l.search
from council.location l
