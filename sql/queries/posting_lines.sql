-- query: posting_lines
-- kind: rows
-- param: run_id bigint
-- param: grouping text
-- row: account text
-- row: cost_centre text
-- row: payer text
-- row: wage_type text
-- row: text text
-- row: person_id text
-- row: person text
-- row: personnel_number text
-- row: month text
-- row: amount numeric
with part as (
  select case when 'account' = any (g.words) then i.account else '' end::text as account,
    case when 'cost_centre' = any (g.words) then i.cost_centre else '' end::text as cost_centre,
    case when 'payer' = any (g.words) then i.payer else '' end::text as payer,
    case when 'wage_type' = any (g.words) then i.wage_type else '' end::text as wage_type,
    case when 'rule' = any (g.words) then i.label else '' end::text as label,
    case when 'person' = any (g.words) then i.person_id end as person_id,
    case when 'month' = any (g.words) then date_trunc('month', i.day)::date end as month,
    sum(i.amount) as amount
  from api.fee_item_posting i
  cross join (select string_to_array($2::text, ' ') as words) g
  where i.run_id = $1::bigint and (i.payee = 'member' or 'member' <> all (g.words))
  group by 1, 2, 3, 4, 5, 6, 7)
select p.account, p.cost_centre, p.payer, p.wage_type,
  concat_ws(' ', coalesce(nullif(p.label, ''), 'Sitzungsgeld'), to_char(coalesce(p.month, lower(r.period)), 'MM/YYYY')) as text,
  coalesce(p.person_id::text, '') as person_id, coalesce(n.name, '')::text as person,
  coalesce(y.personnel_number, '')::text as personnel_number,
  to_char(coalesce(p.month, lower(r.period)), 'YYYY-MM-DD') as month, p.amount
from part p
join council.fee_run r on r.id = $1::bigint
left join council.person n on n.id = p.person_id
left join council.fee_payee y on y.person_id = p.person_id and y.kind = 'member' and y.valid @> upper(r.period) - 1
where p.amount <> 0
order by n.name, p.person_id, p.account, p.cost_centre, p.payer, p.wage_type, p.label, p.month
