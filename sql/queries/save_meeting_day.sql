-- query: save_meeting_day
-- kind: one
-- param: meeting_id bigint
-- param: day date
-- param: starts_at text
-- param: ends_at text
-- row: day date
insert into council.meeting_day as d (meeting_id, day, starts_at, ends_at)
values ($1::bigint, $2::date, $3::text::time, nullif($4::text, '')::time)
on conflict on constraint meeting_day_pkey do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at
returning d.day
