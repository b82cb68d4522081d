-- query: list_fee_settlements
-- kind: list
-- key: id bigint
-- sort: decided_at person
-- search: search
-- param: body_id bigint
-- param: file bigint
-- row: id bigint
-- row: settlement_id bigint
-- row: person_id bigint
-- row: person text
-- row: kind_label text
-- row: payee_label text
-- row: amount numeric
-- row: state_label text
-- row: decided_at timestamptz
-- row: message_id text
-- row: reason text
select t.id, t.id as settlement_id, t.person_id, p.name as person, api.code_label('fee_settlement', t.kind) as kind_label,
  api.code_label('fee_payee', t.payee) as payee_label, t.amount::numeric as amount, api.code_label('fee_settlement_state', t.state) as state_label, t.decided_at,
  coalesce(f.message_id, '')::text as message_id, concat_ws(' ', to_char(t.returned_on, 'DD.MM.YYYY'), nullif(t.return_reason, ''), nullif(t.reason, '')) as reason,
  p.search
from council.fee_settlement t
join council.person p on p.id = t.person_id and p.body_id = $1::bigint
left join council.fee_file f on f.id = t.file_id
where ($2::bigint is null or t.file_id = $2::bigint)
