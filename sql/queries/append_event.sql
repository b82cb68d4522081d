-- query: append_event
-- kind: one
-- param: event_id uuid
-- param: meeting_id bigint
-- param: at bigint
-- param: typed_at bigint
-- param: kind text
-- param: item_id uuid
-- param: person_id bigint
-- param: other_person_id bigint
-- param: organization_id bigint
-- param: ref_event_id uuid
-- param: slot text
-- param: mode text
-- param: rule text
-- param: outcome text
-- param: flag boolean
-- param: legal integer
-- param: entitled integer
-- param: present integer
-- param: yes integer
-- param: no integer
-- param: abstain integer
-- param: invalid integer
-- param: number text
-- param: text text
-- param: note text
-- param: persons text
-- param: choices text
-- param: labels text
-- param: counts text
-- param: due text
-- param: client uuid
-- row: seq bigint
-- row: event_id uuid
select a.seq, a.appended_id as event_id
from api.append_event(
  $1::uuid, $2::bigint, $3::bigint, $4::bigint, $5::text, $6::uuid,
  $7::bigint, $8::bigint, $9::bigint, $10::uuid, $11::text, $12::text,
  $13::text, $14::text, $15::boolean, $16::integer, $17::integer, $18::integer,
  $19::integer, $20::integer, $21::integer, $22::integer, $23::text, $24::text,
  $25::text, $26::text, $27::text, $28::text, $29::text, $30::text,
  $31::uuid) a
