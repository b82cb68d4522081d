-- query: fee_certificate
-- kind: rows
-- param: body_id bigint
-- param: person text
-- param: year integer
-- row: person_id bigint
-- row: name text
-- row: address text
-- row: tax_number text
-- row: tax_class text
-- row: label text
-- row: paragraph text
-- row: month text
-- row: amount numeric
-- row: free numeric
-- row: taxable numeric
select t.person_id, p.full_name as name,
  concat_ws(', ', nullif(y.street_address, ''), nullif(concat_ws(' ', nullif(y.postal_code, ''), nullif(y.locality, '')), '')) as address,
  coalesce(y.tax_number, '')::text as tax_number, t.tax_class, t.label, t.paragraph, to_char(t.month, 'MM/YYYY') as month,
  t.amount, t.free, t.taxable
from api.fee_tax_months t
join api.person p on p.id = t.person_id
left join lateral (select x.* from council.fee_payee x where x.person_id = t.person_id and x.kind = 'member'
  order by upper(x.valid) desc nulls first limit 1) y on true
where t.body_id = $1::bigint and ($2::text is null or t.person_id = (select api.find_person($2::text)))
  and t.month between make_date($3::integer, 1, 1) and make_date($3::integer, 12, 31)
order by p.name, t.person_id, t.label, t.tax_class, t.month
