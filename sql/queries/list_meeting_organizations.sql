-- query: list_meeting_organizations
-- kind: list
-- key: id bigint
-- sort: name
-- search: search
-- param: meeting_id bigint
-- row: id bigint
-- row: name text
-- row: leads boolean
-- row: organization_id bigint
select o.id, o.name, o.id = m.organization_id as leads, o.id as organization_id, o.search
from council.meeting m
join council.organization o on o.id = any (m.organizations)
where m.id = $1::bigint
