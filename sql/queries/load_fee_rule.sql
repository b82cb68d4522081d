-- query: load_fee_rule
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: name text
-- row: label text
-- row: paragraph text
-- row: pay text
-- row: valid_from date
-- row: valid_until date
-- row: amount text
-- row: rate_name text
-- row: due text
-- row: prorata text
-- row: account text
-- row: cost_centre text
-- row: wage_type text
-- row: payer text
-- row: described text
select t.id, t.version, t.name::text as name, t.label::text as label, t.paragraph::text as paragraph, t.pay, lower(t.valid) as valid_from,
  upper(t.valid) - 1 as valid_until, council.plain_amount(t.amount) as amount, t.rate_name::text as rate_name, t.due, t.prorata, t.account::text as account,
  t.cost_centre::text as cost_centre, t.wage_type::text as wage_type, t.payer::text as payer, api.rule_text(t.id) as described
from council.fee_rule t
where t.id = $1::bigint
