-- query: save_fee_rate
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: statute_id bigint
-- param: name text
-- param: label text
-- param: paragraph text
-- param: valid_from date
-- param: valid_until date
-- param: measure text
-- param: amount numeric
-- param: of_rate text
-- param: times_over bigint
-- param: times_under bigint
-- row: id bigint
-- row: version bigint
select s.*
from api.save_fee_rate($1::bigint, $2::bigint, $3::bigint, $4::text, $5::text, $6::text, $7::date, $8::date, $9::text, $10::numeric,
  $11::text, $12::bigint, $13::bigint) s
where s.id is not null
