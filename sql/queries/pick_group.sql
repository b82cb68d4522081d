-- query: pick_group
-- kind: list
-- key: id bigint
-- sort: name
-- search: search
-- row: id bigint
-- row: name text
select o.id, o.name, o.search
from council.organization o
where o.classification = 'group' and o.valid @> current_date
