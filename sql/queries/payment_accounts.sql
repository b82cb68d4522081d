-- query: payment_accounts
-- kind: rows
-- param: file bigint
-- row: account text
-- row: cost_centre text
-- row: amount numeric
select r.account::text, r.cost_centre::text, sum(i.amount) as amount
from council.fee_settlement s
join council.fee_due d on d.settlement_id = s.id
join council.fee_item i on i.run_id = d.run_id and i.person_id = d.person_id
join council.fee_rule r on r.id = i.rule_id and r.payee = d.payee and r.payer = d.payer
where s.file_id = $1::bigint
group by r.account, r.cost_centre
order by r.account, r.cost_centre
