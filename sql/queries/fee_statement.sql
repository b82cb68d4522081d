-- query: fee_statement
-- kind: rows
-- param: body_id bigint
-- param: person text
-- param: year integer
-- param: run_id bigint
-- row: person_id bigint
-- row: name text
-- row: period text
-- row: day text
-- row: payee text
-- row: what text
-- row: basis text
-- row: statute text
-- row: calculation text
-- row: amount numeric
select i.person_id, p.full_name as name, i.period, i.day, i.payee, i.what, i.basis, i.statute, i.calculation, i.amount::numeric as amount
from api.fee_statement i
join api.person p on p.id = i.person_id
where i.body_id = $1::bigint and ($2::text is null or i.person_id = (select api.find_person($2::text)))
  and ($3::integer is null or i.booked between make_date($3::integer, 1, 1) and make_date($3::integer, 12, 31))
  and ($4::bigint is null or i.run_id = $4::bigint)
order by p.name, i.person_id, i.booked, i.day_order, i.what, i.amount
