-- query: list_fee_rates
-- kind: list
-- key: id bigint
-- sort: label valid_from
-- search: search
-- param: statute_id bigint
-- row: id bigint
-- row: version bigint
-- row: statute_id bigint
-- row: rate_id bigint
-- row: title text
-- row: name text
-- row: label text
-- row: paragraph text
-- row: measure text
-- row: measure_label text
-- row: amount_text text
-- row: of_rate text
-- row: next_from date
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.statute_id, t.id as rate_id, t.label || coalesce(' ab ' || to_char(lower(t.valid), 'DD.MM.YYYY'), '') as title, t.name::text as name,
  t.label::text as label, t.paragraph::text as paragraph, t.measure, coalesce(api.code_label('fee_measure', t.measure), '') as measure_label,
  coalesce(council.german_money(t.amount), council.german_number(council.fee_quotient(t.times_over, t.times_under)) || ' x ' || t.of_rate,
    (select council.german_money(min(b.amount)) || ' bis ' || council.german_money(max(b.amount)) from council.fee_band b where b.rate_id = t.id), '') as amount_text,
  coalesce(t.of_rate, '')::text as of_rate, make_date(extract(year from greatest(current_date, lower(t.valid)))::integer + 1, 1, 1) as next_from,
  lower(t.valid) as valid_from, upper(t.valid) - 1 as valid_until, council.fold_text(concat_ws(' ', t.label, t.name)) as search
from council.fee_rate t
where t.statute_id = $1::bigint
