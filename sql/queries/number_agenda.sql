-- query: number_agenda
-- kind: rows
-- param: meeting_id bigint
-- row: id uuid
-- row: number text
with item as (
  select i.id, i.public, i.number ~ '\.' as sub,
    row_number() over (order by not i.public, coalesce(case s.place when 'begin' then 0 when 'end' then 2 end, 1),
      i.position, i.id) as place
  from council.agenda_item i
  join council.meeting m on m.id = i.meeting_id and m.state = 'planned'
  left join council.standard_item s on s.organization_id = m.organization_id and s.title = i.title and s.public = i.public
    and i.standard
  where i.meeting_id = $1::bigint and not i.void),
master as (
  select item.*, greatest(1, count(*) filter (where not item.sub) over (partition by item.public order by item.place)) as whole
  from item),
numbered as (
  select master.id, master.place, case when master.sub
    then master.whole || '.' || row_number() over (partition by master.public, master.whole, master.sub order by master.place)
    else master.whole::text end as number
  from master)
update council.agenda_item t set number = n.number, position = n.place
from numbered n
where t.id = n.id
returning t.id, t.number
