-- query: list_standard_items
-- kind: list
-- key: id bigint
-- sort: rank title
-- search: search
-- param: organization_id bigint
-- row: id bigint
-- row: place text
-- row: sort_order integer
-- row: title text
-- row: public boolean
-- row: rank integer
select s.id, s.place, s.sort_order, s.title, s.public,
  case s.place when 'begin' then 0 else 10000 end + s.sort_order + case when s.public then 0 else 100000 end as rank,
  council.fold_text(s.title) as search
from council.standard_item s
where s.organization_id = $1::bigint
