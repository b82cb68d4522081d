-- query: list_persons
-- kind: list
-- key: id bigint
-- sort: name abbreviation
-- search: search
-- param: on_date date
-- row: id bigint
-- row: name text
-- row: title text
-- row: abbreviation text
-- row: group_short text
-- row: organizations text
select p.id, p.name, p.title, p.abbreviation,
  coalesce((select string_agg(distinct g.short_name, ', ') from council.membership m
    join council.organization g on g.id = m.organization_id and g.classification = 'group'
    where m.person_id = p.id and m.valid @> $1::date), '') as group_short,
  coalesce((select string_agg(o.short_name, ', ' order by o.sort_order, o.id) from council.membership m
    join council.organization o on o.id = m.organization_id and o.classification <> 'group'
    where m.person_id = p.id and m.valid @> $1::date), '') as organizations,
  p.search
from council.person p
