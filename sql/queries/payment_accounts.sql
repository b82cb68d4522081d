-- query: payment_accounts
-- kind: rows
-- param: file bigint
-- row: account text
-- row: cost_centre text
-- row: amount numeric
select i.account, i.cost_centre, sum(i.amount) as amount
from council.fee_settlement s
join council.fee_due d on d.settlement_id = s.id
join api.fee_item_posting i on i.run_id = d.run_id and i.person_id = d.person_id and i.payee = d.payee and i.payer = d.payer
where s.file_id = $1::bigint
group by i.account, i.cost_centre
order by i.account, i.cost_centre
