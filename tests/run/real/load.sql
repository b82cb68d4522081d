-- Loads the register and the scans of the eight sittings into an empty council (psql variables: folder).
-- Run by tests/run/50-real.sh; nothing of the data stays in the tree.
\set ON_ERROR_STOP 1
\set content `cat "$RATSTISCH_REAL/registry.json"`
create temp table registry as select :'content'::jsonb as data;

insert into council.body (id, name, short_name, rule_set_id)
select 1, 'Stadt', 'Stadt', s.id from council.rule_set s where s.code = 'ST';
insert into council.organization (id, body_id, name, short_name, classification, legal_membership, kind_of_minutes, sort_order)
values (1, 1, 'Stadtrat', 'SR', 'council', 57, 'results', 1);
insert into council.organization (id, body_id, parent_id, name, short_name, classification, sort_order)
select 10 + f.ord, 1, 1, f.data ->> 'name', left(f.data ->> 'name', 20), 'group', f.ord
from registry r, jsonb_array_elements(r.data -> 'factions') with ordinality f (data, ord);

-- Names as the register has them: the last word is the family name, titles stand before the given name.
create temp table member as
select p.ord as id, p.data ->> 'name' as scan_name,
  regexp_replace(regexp_replace(p.data ->> 'name', '^((Prof\.|Dr\.|med\.|Dipl\.-[A-Za-z]+\.?)\s*)+', ''), '\s+\S+$', '') as given_name,
  regexp_replace(p.data ->> 'name', '^.*\s', '') as family_name,
  trim(substring(p.data ->> 'name' from '^((?:(?:Prof\.|Dr\.|med\.|Dipl\.-[A-Za-z]+\.?)\s*)+)')) as title,
  (select 10 + f.ord from registry r2, jsonb_array_elements(r2.data -> 'factions') with ordinality f (data, ord)
    where f.data ->> 'id' = p.data ->> 'factionId') as group_id,
  coalesce((p.data ->> 'start')::date, '2019-07-01') as first_day,
  (p.data ->> 'end')::date as last_day
from registry r, jsonb_array_elements(r.data -> 'persons') with ordinality p (data, ord);

insert into council.person (id, body_id, family_name, given_name, title)
select m.id, 1, m.family_name, m.given_name, coalesce(m.title, '') from member m;
insert into council.membership (person_id, organization_id, role, voting_right, seat, sort_order, on_behalf_of_id, valid)
select m.id, 1, 'member', true, m.id, m.id, m.group_id, daterange(m.first_day, m.last_day, '[]') from member m;

create temp table scan (sitting date, ord bigint, agenda_number text, reference text, title text, type text, votes jsonb);
create temp table file (sitting date, data jsonb);
\set content `cat "$RATSTISCH_REAL/2022-09-01/session-scan.json"`
insert into file values ('2022-09-01', :'content'::jsonb);
\set content `cat "$RATSTISCH_REAL/2022-10-06/session-scan.json"`
insert into file values ('2022-10-06', :'content'::jsonb);
\set content `cat "$RATSTISCH_REAL/2022-10-10/session-scan.json"`
insert into file values ('2022-10-10', :'content'::jsonb);
\set content `cat "$RATSTISCH_REAL/2022-11-10/session-scan.json"`
insert into file values ('2022-11-10', :'content'::jsonb);
\set content `cat "$RATSTISCH_REAL/2022-11-14/session-scan.json"`
insert into file values ('2022-11-14', :'content'::jsonb);
\set content `cat "$RATSTISCH_REAL/2022-12-08/session-scan.json"`
insert into file values ('2022-12-08', :'content'::jsonb);
\set content `cat "$RATSTISCH_REAL/2022-12-12/session-scan.json"`
insert into file values ('2022-12-12', :'content'::jsonb);
\set content `cat "$RATSTISCH_REAL/2023-01-19/session-scan.json"`
insert into file values ('2023-01-19', :'content'::jsonb);

insert into scan
select f.sitting, v.ord, v.data -> 'votingSubject' ->> 'agendaItem', coalesce(v.data -> 'votingSubject' ->> 'motionId', ''),
  coalesce(v.data -> 'votingSubject' ->> 'title', ''), coalesce(v.data -> 'votingSubject' ->> 'type', ''), v.data -> 'votes'
from file f, jsonb_array_elements(f.data) with ordinality v (data, ord);

insert into council.meeting (id, body_id, organization_id, number, name, state, starts_at)
select row_number() over (order by f.sitting), 1, 1, to_char(row_number() over (order by f.sitting), 'FM99'),
  'Sitzung vom ' || to_char(f.sitting, 'DD.MM.YYYY'), 'invited', f.sitting + time '14:00'
from file f;
create temp table sitting as
select m.id as meeting_id, m.starts_at::date as sitting from council.meeting m;

-- Agenda: every number once, in the order of its first vote.
insert into council.agenda_item (meeting_id, number, position, title, public, reference)
select x.meeting_id, x.agenda_number, row_number() over (partition by x.meeting_id order by x.ord), x.title, true, x.reference
from (select distinct on (t.meeting_id, s.agenda_number) t.meeting_id, s.agenda_number, s.ord,
    left(coalesce(nullif(s.title, ''), 'TOP ' || s.agenda_number), 250) as title, left(s.reference, 50) as reference
  from scan s join sitting t on t.sitting = s.sitting
  order by t.meeting_id, s.agenda_number, s.ord) x;

-- Kept for the comparison afterwards.
create schema real;
create table real.scan as
select t.meeting_id, s.ord, s.sitting, s.agenda_number, s.reference, s.title, s.type,
  (select jsonb_object_agg(v ->> 'name', v ->> 'vote') from jsonb_array_elements(s.votes) v) as votes,
  (select count(*) from jsonb_array_elements(s.votes) v where v ->> 'vote' = 'J') as yes,
  (select count(*) from jsonb_array_elements(s.votes) v where v ->> 'vote' = 'N') as no,
  (select count(*) from jsonb_array_elements(s.votes) v where v ->> 'vote' = 'E') as abstain
from scan s join sitting t on t.sitting = s.sitting;
create table real.member as select m.id, m.scan_name, m.first_day, m.last_day from member m;
create table real.outcome (datum date, top text, drucksache text, ja integer, nein integer, enthaltung integer,
  nicht_abgestimmt integer, ergebnis text);
\copy real.outcome from pstdin with (format csv, header true)
