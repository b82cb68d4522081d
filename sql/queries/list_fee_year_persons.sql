-- query: list_fee_year_persons
-- kind: list
-- key: id bigint
-- sort: name amount
-- search: search
-- param: body_id bigint
-- param: on_date date
-- row: id bigint
-- row: person_id bigint
-- row: person text
-- row: name text
-- row: group_name text
-- row: lumps numeric
-- row: meetings numeric
-- row: claims numeric
-- row: amount numeric
select p.id, p.id as person_id, p.name as person, p.name, coalesce((select o.short_name from council.membership k
    join council.organization o on o.id = k.organization_id where k.person_id = p.id and o.classification = 'group' and k.valid @> $2::date limit 1), '')::text as group_name,
  coalesce(sum(i.amount) filter (where u.pay in ('monthly', 'yearly', 'once')), 0.00) as lumps,
  coalesce(sum(i.amount) filter (where u.pay in ('meeting', 'day')), 0.00) as meetings, coalesce(sum(i.amount) filter (where u.pay = 'claim'), 0.00) as claims,
  sum(i.amount) as amount, p.search
from council.fee_item i
join council.fee_run r on r.id = i.run_id and r.state <> 'dry' and r.kind = 'regular' and r.body_id = $1::bigint
  and lower(r.period) between date_trunc('year', $2::date)::date and (date_trunc('year', $2::date) + interval '1 year' - interval '1 day')::date
join council.fee_rule u on u.id = i.rule_id
join council.person p on p.id = i.person_id
group by p.id
