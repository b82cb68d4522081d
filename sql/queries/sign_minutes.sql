-- query: sign_minutes
-- kind: one
-- param: meeting_id bigint
-- param: chair text
-- param: minute_taker text
-- row: version integer
-- row: signed_at bigint
select s.version, s.signed_at from api.sign_minutes($1::bigint, $2::text, $3::text) s
