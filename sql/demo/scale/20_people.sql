-- Organizations, people, memberships of three terms with changes, substitutes, rooms.

set local session_replication_role = replica;

insert into body (id, name, short_name, rule_set_id)
select 1, 'Stadt Großmusterstadt', 'Großmusterstadt', r.id from rule_set r where r.code = 'NW';
insert into legislative_term (id, body_id, name, valid) values
  (1, 1, '10. Wahlperiode', '[2014-06-01,2020-11-01)'), (2, 1, '11. Wahlperiode', '[2020-11-01,2025-11-01)'),
  (3, 1, '12. Wahlperiode', '[2025-11-01,2030-11-01)');

-- Of 158: the council, 7 boroughs, 32 committees, 40 boards and working groups, 38 groups, 40 offices. The step of 37 mixes
-- them, so that a tenth of the city has some of each.
create temporary table org on commit drop as
select k as id, k as n, (k - 1) / 158 as district, case
    when k = 1 then 'council'
    when (k - 1) * 37 % 158 between 1 and 7 then 'borough'
    when (k - 1) * 37 % 158 between 8 and 39 then 'committee'
    when (k - 1) * 37 % 158 between 40 and 79 then 'other'
    when (k - 1) * 37 % 158 between 80 and 117 then 'group'
    when (k - 1) * 37 % 158 between 118 and 157 then 'office'
    else 'committee' end as classification
from size, generate_series(1, size.organizations) k;
alter table org add legal integer, add sits boolean;
update org set sits = classification in ('council', 'borough', 'committee', 'other'),
  legal = case classification when 'council' then least(74, (select persons / 2 from size)) when 'borough' then 17
    when 'committee' then 17 when 'other' then 13 else 0 end;
analyze org;

insert into organization (id, body_id, parent_id, name, short_name, classification, legal_membership, kind_of_minutes,
  sort_order, closing_of_minutes)
select o.id, 1, case when o.n > 1 and o.classification = 'committee' then 1 end,
  case o.classification when 'council' then 'Rat der Stadt Großmusterstadt'
    when 'borough' then 'Bezirksvertretung ' || o.n when 'committee' then 'Ausschuss ' || o.n || ' (' || pg_temp.pick('office', o.n) || ')'
    when 'group' then 'Fraktion ' || o.n when 'office' then pg_temp.pick('office', o.n / 4) || ' ' || o.n
    else 'Beirat ' || o.n || ' (' || pg_temp.pick('office', o.n) || ')' end,
  case o.classification when 'council' then 'RAT' when 'borough' then 'BV ' || o.n when 'committee' then 'A ' || o.n
    when 'group' then 'F ' || o.n when 'office' then 'Amt ' || o.n else 'B ' || o.n end,
  o.classification, o.legal, case when o.n = 1 then 'course' else 'results' end, least(o.n, 100000),
  case when o.sits then 'Die Sitzung wird geschlossen.' else '' end
from org o order by o.id;

insert into standard_item (organization_id, place, sort_order, title, public)
select o.id, s.place, s.sort_order, s.title, s.public
from org o cross join (values ('begin', 1, 'Eröffnung und Feststellung der Beschlussfähigkeit', true),
  ('end', 1, 'Mitteilungen und Anfragen', true), ('end', 1, 'Mitteilungen und Anfragen', false)) s (place, sort_order, title, public)
where o.sits;

insert into location (id, body_id, name, room, street_address, postal_code, locality)
select n, 1, 'Verwaltungsgebäude ' || n, 'Saal ' || 1 + n % 4, pg_temp.pick('street', n) || ' ' || n, '00000', 'Großmusterstadt'
from generate_series(1, 20) n;

insert into text_module (organization_id, abbreviation, text) values
  (null, 'ber', 'Die Verwaltung berichtet über den Sachstand. Fragen werden beantwortet.'),
  (null, 'ken', 'Das Gremium nimmt die Mitteilung zur Kenntnis.'),
  (null, 'deb', 'Nach kurzer Aussprache lässt der Vorsitz abstimmen.');

insert into person (id, body_id, family_name, given_name, title, form_of_address, gender, abbreviation, email)
select n, 1, pg_temp.pick('family', n * 31),
  pg_temp.pick(case n % 2 when 0 then 'female' else 'male' end, n / 2), case when n % 19 = 0 then 'Dr.' else '' end,
  case n % 2 when 0 then 'Frau' else 'Herr' end, case n % 2 when 0 then 'female' else 'male' end,
  lower(left(pg_temp.pick('family', n * 31), 3)) || case when n > 94 then (n / 94)::text else '' end,
  'mitglied' || n || '@grossmusterstadt.example'
from size, generate_series(1, size.persons) n;

-- A group per person; seats go round, so that bodies have other people in other terms. Every eleventh seat changes hands
-- in the middle of a term.
create temporary table groups on commit drop as
select o.id, row_number() over (order by o.id) - 1 as n from org o where o.classification = 'group' order by o.id limit 6;
create temporary table term on commit drop as
select id, lower(valid) as since, (lower(valid) + (upper(valid) - lower(valid)) / 2) as half, upper(valid) as until
from legislative_term;
create temporary table seat on commit drop as
select o.id as organization_id, o.classification, t.id as term, s.n as seat, p.heir, p.valid,
  1 + (o.n * 37 + t.id * 11 + s.n + case when p.heir then o.legal else 0 end) % size.persons as person_id
from size, org o cross join term t cross join lateral generate_series(1, o.legal) s (n)
cross join lateral (select false as heir, case when s.n % 11 = 5 then daterange(t.since, t.half) else daterange(t.since, t.until) end as valid
  union all select true, daterange(t.half, t.until) where s.n % 11 = 5) p
where o.sits;
analyze seat;

insert into membership (person_id, organization_id, role, voting_right, seat, sort_order, on_behalf_of_id, valid)
select s.person_id, s.organization_id,
  case when s.seat > 1 then 'member' when s.classification = 'council' then 'mayor' else 'chair' end, true, s.seat, s.seat,
  (select g.id from groups g where g.n = s.person_id % (select count(*) from groups)), s.valid
from seat s order by s.organization_id, s.term, s.seat;
insert into membership (person_id, organization_id, role, sort_order, valid)
select p.id, g.id, case when p.id < 7 then 'chair' else 'member' end, p.id, daterange('2014-06-01', '2030-11-01')
from person p join groups g on g.n = p.id % (select count(*) from groups);

insert into substitution (organization_id, substitute_id, for_person_id, rank, valid)
select s.organization_id, 1 + (s.person_id - 1 + o.legal * 2) % size.persons, s.person_id, 1, daterange(t.since, t.until)
from size, seat s join org o on o.id = s.organization_id join term t on t.id = s.term
where s.classification = 'committee' and s.seat % 3 = 0 and not s.heir;
analyze person, organization, membership;
