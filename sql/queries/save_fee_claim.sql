-- query: save_fee_claim
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: person_id bigint
-- param: kind text
-- param: day date
-- param: begins_at time
-- param: ends_at time
-- param: hourly_amount numeric
-- param: amount numeric
-- param: kilometres numeric
-- param: vehicle text
-- param: passengers integer
-- param: meeting_id bigint
-- param: evidence text
-- param: confirmed boolean
-- param: received_on date
-- param: late_reason text
-- param: state text
-- param: reason text
-- param: note text
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: kind text
-- row: day date
-- row: received_on date
select s.id, s.version, s.person_id, s.person, s.kind, s.day, s.received_on
from api.save_fee_claim($1::bigint, $2::bigint, $3::bigint, $4::text, $5::date, $6::time, $7::time, $8::numeric, $9::numeric, $10::numeric,
  $11::text, $12::integer, $13::bigint, $14::text, $15::boolean, $16::date, $17::text, $18::text, $19::text, $20::text) s
where s.id is not null
