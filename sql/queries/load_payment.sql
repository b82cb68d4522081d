-- query: load_payment
-- kind: one
-- param: file bigint
-- row: id bigint
-- row: state text
-- row: format text
-- row: message_id text
-- row: payer text
-- row: created text
-- row: created_on text
-- row: executed_on text
-- row: closed_label text
-- row: next_day text
-- row: entries integer
-- row: total numeric
-- row: sha256 text
-- row: debtor_name text
-- row: debtor_iban text
-- row: debtor_bic text
select f.id, f.state, f.format::text, f.message_id::text, f.payer::text,
  to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created,
  to_char(f.created_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as created_on, to_char(f.executed_on, 'YYYY-MM-DD') as executed_on,
  api.code_label('bank_closed', council.bank_closed(f.executed_on)) as closed_label, to_char(council.banking_day(f.executed_on), 'DD.MM.YYYY') as next_day,
  f.entries, f.total::numeric as total, coalesce(encode(f.sha256, 'hex'), '') as sha256,
  s.debtor_name::text, upper(replace(s.debtor_iban, ' ', '')) as debtor_iban, upper(replace(s.debtor_bic, ' ', '')) as debtor_bic
from council.fee_file f join council.fee_setting s on s.body_id = f.body_id
where f.id = $1::bigint and f.kind = 'sepa'
