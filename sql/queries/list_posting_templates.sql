-- query: list_posting_templates
-- kind: rows
-- param: body_id bigint
-- row: name text
-- row: title text
-- row: own boolean
select t.name::text, t.title::text, t.body_id is not null as own
from council.posting_template t
where t.body_id is null or t.body_id = $1::bigint
order by t.name, t.body_id nulls last
