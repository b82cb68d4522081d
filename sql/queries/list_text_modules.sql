-- query: list_text_modules
-- kind: list
-- key: id bigint
-- sort: abbreviation organization
-- search: search
-- row: id bigint
-- row: abbreviation text
-- row: text text
-- row: organization text
select t.id, t.abbreviation, t.text, coalesce(o.name, 'alle') as organization, t.search
from council.text_module t
left join council.organization o on o.id = t.organization_id
