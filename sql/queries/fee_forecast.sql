-- query: fee_forecast
-- kind: rows
-- param: body_id bigint
-- param: year integer
-- row: month text
-- row: kind text
-- row: committed text
-- row: expected text
-- row: total text
select f.month, council.say(f.kind) as kind, council.german_money(f.committed) as committed, council.german_money(f.expected) as expected,
  council.german_money(f.committed + f.expected) as total
from api.fee_forecast($1::bigint, $2::integer) f
