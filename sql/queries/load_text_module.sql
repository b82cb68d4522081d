-- query: load_text_module
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: organization_id bigint
-- row: organization text
-- row: abbreviation text
-- row: text text
select t.id, t.version, t.organization_id, coalesce(o.name, '') as organization, t.abbreviation, t.text
from council.text_module t
left join council.organization o on o.id = t.organization_id
where t.id = $1::bigint
