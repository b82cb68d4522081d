-- The reference city for the bench of fees, composed as ratstisch demo --scale 1 composes it: 598 members; a council of 103, 7 boroughs of
-- 17, 32 committees, 40 boards of 13, each with 20 meetings a year (1,600), all confirmed; ten groups with 400 meetings, in which
-- everybody is; claims, distances. Variables: years, first (year), seats (of a committee: 17; more for a denser city). Straight into the
-- projections, as the ledger would have made them.
set role ratstisch_owner;
insert into council.body (id, name, short_name, rule_set_id) select 900, 'Großstadt', 'Großstadt', min(id) from council.rule_set;
insert into council.legislative_term (body_id, name, valid) values (900, 'Wahlperiode', '[2010-01-01,2040-01-01)');
insert into council.body_size (body_id, measure, value, valid) values (900, 'inhabitants', 498000, '[2000-01-01,)');
insert into council.organization (id, body_id, name, short_name, classification, legal_membership)
select 90000 + n, 900, 'Gremium ' || n, 'G' || n, c.kind, case c.kind when 'council' then 103 when 'committee' then :seats when 'other' then 13 when 'borough' then 17 else 0 end
from generate_series(1, 90) n
cross join lateral (select case when n = 1 then 'council' when n <= 8 then 'borough' when n <= 40 then 'committee' when n <= 80 then 'other' else 'group' end as kind) c;
insert into council.person (id, body_id, family_name, given_name) select 90000 + n, 900, 'Mitglied' || n, 'Vorname' from generate_series(1, 598) n;
-- Seats go round: everybody has one in the council or a committee, half of the council in both. Whoever is not in the council is an
-- expert citizen there.
insert into council.membership (person_id, organization_id, role, valid)
select x.p, x.o, case when o.classification = 'committee' and x.p > 90103 then 'expert_citizen' else 'member' end, '[2010-01-01,)'
from (
  select o.id as o, case o.classification when 'council' then 90000 + s when 'committee' then 90001 + (53 + (o.id - 90009) * :seats + s) % 598
    else 90001 + (o.id * 37 + s) % 598 end as p
  from council.organization o cross join lateral generate_series(1, o.legal_membership) s where o.body_id = 900
  union all select 90081 + n % 10, 90000 + n from generate_series(1, 598) n) x
join council.organization o on o.id = x.o;
insert into council.meeting (id, body_id, organization_id, organizations, name, state, starts_at, ends_at)
select 9000000 + y * 10000 + n, 900, 90001 + n % 80, array[90001 + n % 80], 'Sitzung', 'signed',
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
select 9000000 + y * 10000 + n, 90081 + n % 10, make_date(:first + y, 1, 1) + n * 360 / 400, '18:00', '20:30'
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
