-- query: table_modules
-- kind: rows
-- param: meeting_id bigint
-- row: abbreviation text
-- row: text text
select distinct on (t.abbreviation) t.abbreviation, t.text
from council.text_module t
join council.meeting m on t.organization_id is null or t.organization_id = m.organization_id
where m.id = $1::bigint
order by t.abbreviation, t.organization_id nulls last
