-- query: pick_person
-- kind: list
-- key: id bigint
-- sort: name
-- search: search
-- row: id bigint
-- row: name text
select p.id, p.name, p.search
from council.person p
