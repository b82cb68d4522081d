-- query: list_fee_rules
-- kind: list
-- key: id bigint
-- sort: place label
-- search: search
-- param: statute_id bigint
-- row: id bigint
-- row: place integer
-- row: part text
-- row: name text
-- row: label text
-- row: paragraph text
-- row: pay_label text
-- row: amount_text text
-- row: account text
-- row: optional boolean
select t.id, t.place, 'rule ' || t.name as part, t.name::text as name, t.label::text as label, t.paragraph::text as paragraph, api.code_label('fee_pay', t.pay) as pay_label,
  case when t.amount is not null then council.german_money(t.amount)
    when t.rate_name is not null then case when t.times_over <> t.times_under then council.german_number(council.fee_quotient(t.times_over, t.times_under)) || ' x ' else '' end
      || coalesce((select max(r.label) from council.fee_rate r where r.statute_id = t.statute_id and r.name = t.rate_name), t.rate_name)
    when t.claimed then 'wie beantragt' else '' end as amount_text,
  t.account::text as account, t.optional, council.fold_text(concat_ws(' ', t.label, t.paragraph, t.name)) as search
from council.fee_rule t
where t.statute_id = $1::bigint
