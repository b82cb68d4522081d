-- query: load_fee_rate
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: statute_id bigint
-- row: name text
-- row: label text
-- row: paragraph text
-- row: valid_from date
-- row: valid_until date
-- row: measure text
-- row: amount text
-- row: of_rate text
-- row: times_over bigint
-- row: times_under bigint
select t.id, t.version, t.statute_id, t.name::text as name, t.label::text as label, t.paragraph::text as paragraph, lower(t.valid) as valid_from,
  upper(t.valid) - 1 as valid_until, t.measure, council.plain_amount(t.amount) as amount, t.of_rate::text as of_rate, t.times_over, t.times_under
from council.fee_rate t
where t.id = $1::bigint
