-- query: load_standard_item
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: organization_id bigint
-- row: place text
-- row: sort_order integer
-- row: title text
-- row: public boolean
select s.id, s.version, s.organization_id, s.place, s.sort_order, s.title, s.public
from council.standard_item s
where s.id = $1::bigint
