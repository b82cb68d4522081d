-- query: fee_tax_list
-- kind: rows
-- param: body_id bigint
-- param: year integer
-- row: name text
-- row: address text
-- row: tax_number text
-- row: amount numeric
-- row: free numeric
-- row: taxable numeric
select p.full_name as name,
  concat_ws(', ', nullif(y.street_address, ''), nullif(concat_ws(' ', nullif(y.postal_code, ''), nullif(y.locality, '')), '')) as address,
  coalesce(y.tax_number, '')::text as tax_number, t.amount, t.free, t.taxable
from (
  select x.person_id, sum(x.amount) as amount, sum(x.free) as free, sum(x.taxable) as taxable
  from api.fee_tax_months x
  where x.body_id = $1::bigint and x.month between make_date($2::integer, 1, 1) and make_date($2::integer, 12, 31)
  group by x.person_id) t
join api.person p on p.id = t.person_id
left join lateral (select x.* from council.fee_payee x where x.person_id = t.person_id and x.kind = 'member'
  order by upper(x.valid) desc nulls first limit 1) y on true
order by p.name, t.person_id
