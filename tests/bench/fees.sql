-- A big city for the bench of fees: 598 members, 50 organizations, 1,600 meetings a year with attendance, all confirmed; group meetings,
-- claims, distances. Variables: years, first (year). Straight into the projections, as the ledger would have made them.
set role ratstisch_owner;
insert into council.body (id, name, short_name, rule_set_id) select 900, 'Großstadt', 'Großstadt', min(id) from council.rule_set;
insert into council.legislative_term (body_id, name, valid) values (900, 'Wahlperiode', '[2010-01-01,2040-01-01)');
insert into council.body_size (body_id, measure, value, valid) values (900, 'inhabitants', 498000, '[2000-01-01,)');
insert into council.organization (id, body_id, name, short_name, classification, legal_membership)
select 90000 + n, 900, 'Gremium ' || n, 'G' || n, case when n = 1 then 'council' when n <= 30 then 'committee' when n <= 40 then 'borough' else 'group' end, 60
from generate_series(1, 50) n;
insert into council.person (id, body_id, family_name, given_name) select 90000 + n, 900, 'Mitglied' || n, 'Vorname' from generate_series(1, 598) n;
-- A hundred in the council, everybody in a group, in two committees and one borough.
insert into council.membership (person_id, organization_id, role, valid)
select p, o, case when o between 90002 and 90030 and p > 90100 then 'expert_citizen' else 'member' end, '[2010-01-01,)'
from (
  select 90000 + n as p, 90001 as o from generate_series(1, 100) n
  union select 90000 + n, 90002 + n % 29 from generate_series(1, 598) n
  union select 90000 + n, 90002 + (n * 7 + 3) % 29 from generate_series(1, 598) n
  union select 90000 + n, 90031 + n % 10 from generate_series(1, 598) n
  union select 90000 + n, 90041 + n % 10 from generate_series(1, 598) n) x (p, o);
insert into council.meeting (id, body_id, organization_id, organizations, name, state, starts_at, ends_at)
select 9000000 + y * 10000 + n, 900, 90001 + n % 40, array[90001 + n % 40], 'Sitzung', 'signed',
  (make_date(:first + y, 1, 1) + (n * 360 / 1600) + time '08:00') at time zone 'Europe/Berlin' + (n % 5) * interval '150 minutes', null
from generate_series(0, :years - 1) y cross join generate_series(1, 1600) n;
insert into council.sitting (meeting_id, opened_at, closed_at)
select m.id, m.starts_at, m.starts_at + interval '2 hours 20 minutes' from council.meeting m where m.body_id = 900;
insert into council.attendance (meeting_id, person_id, since_seq, since, until)
select m.id, k.person_id, 1, m.starts_at, m.starts_at + interval '2 hours 20 minutes'
from council.meeting m join council.membership k on k.organization_id = m.organization_id
where m.body_id = 900 and (m.id * 31 + k.person_id * 17) % 100 < 85;
insert into council.fee_confirmation (meeting_id, last_seq, confirmed_by) select m.id, 1000000, 'sitzungsgeld' from council.meeting m where m.body_id = 900;
insert into council.fee_meeting (id, organization_id, day, begins_at, ends_at)
select 9000000 + y * 10000 + n, 90041 + n % 10, make_date(:first + y, 1, 1) + n * 360 / 400, '18:00', '20:30'
from generate_series(0, :years - 1) y cross join generate_series(1, 400) n;
insert into council.fee_presence (fee_meeting_id, person_id, begins_at, ends_at)
select g.id, k.person_id, g.begins_at, g.ends_at from council.fee_meeting g join council.membership k on k.organization_id = g.organization_id
where g.id > 9000000 and (g.id * 13 + k.person_id * 7) % 100 < 70;
insert into council.fee_working_hours (person_id, weekday, begins_at, ends_at, valid)
select p.id, d, '08:00', '17:00', '[2010-01-01,)' from council.person p cross join generate_series(1, 5) d where p.body_id = 900;
insert into council.fee_claim (person_id, kind, day, begins_at, ends_at)
select p.id, 'loss_floor', make_date(:first + y, 1, 1) + (n * 30 + p.id % 28)::int, '15:00', '17:30'
from council.person p cross join generate_series(0, :years - 1) y cross join generate_series(0, 11) n where p.body_id = 900 and p.id % 3 = 0;
insert into council.fee_claim (person_id, kind, day, kilometres, vehicle)
select p.id, 'travel', make_date(:first + y, 1, 1) + (n * 30 + p.id % 28)::int, 10 + p.id % 30, 'car'
from council.person p cross join generate_series(0, :years - 1) y cross join generate_series(0, 11) n where p.body_id = 900 and p.id % 2 = 0;
reset role;
analyze;
