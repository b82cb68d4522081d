-- query: pick_fee_organization
-- kind: list
-- key: id bigint
-- sort: name
-- search: search
-- row: id bigint
-- row: name text
select o.id, o.name::text as name, o.search
from council.organization o
where o.classification <> 'office'
