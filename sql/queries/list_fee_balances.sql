-- query: list_fee_balances
-- kind: list
-- key: id text
-- sort: person amount
-- search: search
-- param: body_id bigint
-- row: id text
-- row: person_id bigint
-- row: person text
-- row: payee_label text
-- row: payer text
-- row: amount numeric
-- row: months text
-- row: flag_label text
select d.person_id || ' ' || d.payee || ' ' || d.payer as id, d.person_id, p.name as person, api.code_label('fee_payee', d.payee) as payee_label, d.payer,
  sum(d.amount) as amount, string_agg(to_char(lower(r.period), 'MM/YYYY'), ', ' order by lower(r.period)) as months,
  case when sum(d.amount) < 0 then '! ' || api.code_label('fee_flag', 'negative') when exists (select from council.fee_hold h where h.person_id = d.person_id and h.kind = 'hold'
      and h.rule_name is null and h.valid @> current_date) then '! ' || api.code_label('fee_flag', 'held')
    when not exists (select from council.fee_payee y where y.person_id = d.person_id and y.kind = d.payee and y.valid @> current_date)
    then '! ' || api.code_label('fee_flag', 'payee') else '' end as flag_label, p.search
from council.fee_due d
join council.fee_run r on r.id = d.run_id and r.state = 'released' and r.body_id = $1::bigint
join council.person p on p.id = d.person_id
where d.settlement_id is null
group by d.person_id, p.name, p.search, d.payee, d.payer
having sum(d.amount) <> 0
