-- query: list_fee_journal
-- kind: list
-- key: id text
-- sort: place name amount
-- search: search
-- param: run_id bigint
-- row: id text
-- row: run_id bigint
-- row: place text
-- row: part text
-- row: account text
-- row: cost_centre text
-- row: name text
-- row: payee_label text
-- row: payer text
-- row: amount numeric
-- row: transferred numeric
-- row: settled numeric
-- row: open numeric
-- row: period text
-- row: items_text text
-- row: dues_text text
-- row: transferred_text text
-- row: settled_text text
-- row: open_text text
-- row: posted_text text
-- row: balanced_label text
select concat_ws('/', j.part, j.account, j.cost_centre, j.payer, j.person_id, j.payee) as id, j.run_id,
  concat_ws(' ', j.part, j.account, j.cost_centre, lower(j.name), j.payer, j.person_id) as place, j.part, j.account::text as account,
  j.cost_centre::text as cost_centre, j.name::text as name, api.code_label('fee_payee', j.payee) as payee_label, j.payer::text as payer,
  j.amount::numeric as amount, round(j.transferred, 2) as transferred, round(j.settled, 2) as settled, round(j.open, 2) as open,
  council.months_text(r.period) as period, council.german_money(s.items) as items_text, council.german_money(s.dues) as dues_text,
  council.german_money(s.transferred) as transferred_text, council.german_money(s.settled) as settled_text,
  council.german_money(s.open) as open_text, coalesce(council.german_money(s.posted), '-') as posted_text,
  api.code_label('fee_flag', case when s.balanced then 'balanced' else 'unbalanced' end) as balanced_label,
  council.fold_text(concat_ws(' ', j.name, j.account, j.cost_centre, j.payer)) as search
from api.fee_journal j
join council.fee_run r on r.id = j.run_id
join api.fee_journal_sum s on s.run_id = j.run_id
where j.run_id = $1::bigint
