-- query: save_fee_meeting
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: organization_id bigint
-- param: day date
-- param: begins_at time
-- param: ends_at time
-- param: present text
-- param: name text
-- param: received_on date
-- param: late_reason text
-- row: id bigint
-- row: version bigint
-- row: organization_id bigint
-- row: organization text
-- row: day date
-- row: begins_at text
-- row: ends_at text
-- row: received_on date
-- row: notice_label text
-- row: notice text
select s.id, s.version, s.organization_id, s.organization, s.day, s.next_begins_at as begins_at, s.next_ends_at as ends_at, s.received_on,
  api.code_label('fee_flag', 'stranger') as notice_label, api.fee_meeting_notice(s.id) as notice
from api.save_fee_meeting($1::bigint, $2::bigint, $3::bigint, $4::date, $5::time, $6::time, $7::text, $8::text, $9::date, $10::text) s
where s.id is not null
