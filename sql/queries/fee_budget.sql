-- query: fee_budget
-- kind: rows
-- param: body_id bigint
-- param: year integer
-- row: account text
-- row: cost_centre text
-- row: month text
-- row: amount numeric
select i.account, i.cost_centre, to_char(lower(r.period), 'MM/YYYY') as month, sum(i.amount) as amount
from council.fee_run r
join api.fee_item_posting i on i.run_id = r.id
where r.body_id = $1::bigint and r.state = 'released' and r.kind = 'regular'
  and lower(r.period) between make_date($2::integer, 1, 1) and make_date($2::integer, 12, 31)
group by i.account, i.cost_centre, lower(r.period)
order by i.account, i.cost_centre, lower(r.period)
