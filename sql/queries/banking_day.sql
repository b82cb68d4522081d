-- query: banking_day
-- kind: one
-- param: day date
-- row: closed_label text
-- row: next_day text
-- row: next_text text
select coalesce(nullif(api.code_label('bank_closed', council.bank_closed(d.day)), ''), '') as closed_label,
  to_char(council.banking_day(d.day), 'YYYY-MM-DD') as next_day, to_char(council.banking_day(d.day), 'DD.MM.YYYY') as next_text
from (select coalesce($1::date, council.today()) as day) d
