-- query: pick_body
-- kind: rows
-- param: name text
-- row: id bigint
-- row: name text
-- row: short_name text
select b.id, b.name::text, b.short_name::text
from council.body b
where $1::text is null or $1::text in (b.name, b.short_name)
order by b.id
