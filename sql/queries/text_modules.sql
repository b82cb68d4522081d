-- query: text_modules
-- kind: rows
-- row: abbreviation text
-- row: text text
select t.abbreviation, t.text
from council.text_module t
where t.organization_id is null
order by t.abbreviation
