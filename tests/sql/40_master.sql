-- Master data: dates, overlaps, rules of a day, forms against stale versions, rights, journal, accounts.
\ir lib/setup.sql
select * from no_plan();

-- Dated memberships.
select throws_ok($$insert into council.membership (person_id, organization_id, valid) values (2, 1, '[2026-01-01,2026-02-01)')$$,
  '23P01', null, 'nobody is twice in an organization at a time');
select lives_ok($$insert into council.membership (person_id, organization_id, valid) values (2, 1, '[2031-01-01,2032-01-01)')$$, 'but again later');
select throws_ok($$insert into council.membership (person_id, organization_id, seat, valid) values (71, 1, 1, '[2026-01-01,2026-02-01)')$$,
  '23P01', null, 'a seat has one member at a time');
select throws_ok($$insert into council.membership (person_id, organization_id, role, voting_right, valid) values (71, 1, 'advisory_member', true, '[2026-01-01,2026-02-01)')$$,
  '23514', null, 'advisory members have no vote');
select throws_ok($$insert into council.membership (person_id, organization_id, valid) values (71, 1, 'empty')$$, '23514', null, 'a membership has a day');
select throws_ok($$insert into council.substitution (organization_id, substitute_id, for_person_id, rank, valid)
  select organization_id, 1, for_person_id, rank, valid from council.substitution where for_person_id is not null limit 1$$, '23P01', null, 'a rank is given once');
select throws_ok($$insert into council.substitution (organization_id, substitute_id, rank, valid) values (3, 1, 1, '[2026-01-01,2026-02-01)')$$, '23514', null, 'a substitute stands in for somebody');
select results_eq($$select person_id from council.membership where organization_id = 1 and seat = 32 and valid @> date '2026-02-28'$$, $$values (90::bigint)$$, 'on the last day of February the predecessor sat there');
select results_eq($$select person_id from council.membership where organization_id = 1 and seat = 32 and valid @> date '2026-03-01'$$, $$values (33::bigint)$$, 'on the first of March his successor');
select is((select count(*) from council.membership where organization_id = 1 and voting_right and valid @> date '2026-10-14'), 34::bigint, '34 vote in the council');
select is((select count(*) from council.membership where organization_id = o and voting_right and valid @> date '2026-10-14'), 15::bigint, 'committee ' || o || ' has 15 votes') from generate_series(2, 6) o;

-- Rules of a day.
select is(council.organization_rule(1, 'unanimous_wording', '2025-10-31'), 'strict', 'the wording of the old rules of procedure');
select is(council.organization_rule(1, 'unanimous_wording', '2025-11-01'), 'loose', 'and of the new ones');
select is(council.organization_rule(1, 'secret_threshold', '2026-10-14'), '1/5', 'what the municipality does not say, the state says');
select is(council.organization_rule(1, 'quorum', '2026-10-14'), 'majority', 'quorum of the council');
select is(council.organization_rule(3, 'quorum', '2026-10-14'), 'majority-councillors', 'quorum of a committee');
select is(council.rule_value(2, 'quorum', '2014-06-30'), null, 'no rule before the law');
select is(council.rule_value(1, 'no_such_rule', '2026-01-01'), null, 'no rule without a row');
select throws_ok($$insert into council.rule (rule_set_id, key, value, valid, source) values (1, 'quorum', 'any', '[2020-01-01,)', 'x')$$, '23P01', null, 'one rule at a time');
select throws_ok($$insert into council.rule (rule_set_id, key, value, source) values (1, 'x', 'y', '')$$, '23514', null, 'a rule has a source');

-- Forms: as the program saves them.
\set save `sed '/^--/d' "$RATSTISCH_TOP/sql/queries/save_person.sql"`
prepare save_person (bigint, bigint, text, text, text, text, text, text, text, text, text) as :save;
\set remove `sed '/^--/d' "$RATSTISCH_TOP/sql/queries/delete_person.sql"`
prepare delete_person (bigint, bigint) as :remove;
create function pg_temp.save(who text, id text, version text, family_name text) returns text
  language sql
as $$
  select pg_temp.ask(who, format('execute save_person(%s, %s, %L, ''Ida'', '''', '''', ''Frau'', ''female'', '''', '''', '''')', id, version, family_name))
$$;
select matches(pg_temp.save('verwaltung', 'null', 'null', 'Zeuge'), '^\d+$', 'a person is made');
create temporary table made as select id from council.person where family_name = 'Zeuge';
select is((select version from council.person where id = (select id from made)), 1::bigint, 'in version 1');
select is(pg_temp.save('verwaltung', id::text, '1', 'Zeugin'), id::text, 'and changed') from made;
select is(pg_temp.save('verwaltung', id::text, '1', 'Andere'), null, 'who had loaded version 1 saves no more') from made;
select is(pg_temp.save('schriftfuehrung', id::text, '2', 'Andere'), 'ERROR RT003', 'who has no right is told so') from made;
select is(pg_temp.save('leserin', 'null', 'null', 'Andere'), 'ERROR RT003', 'also when making one');
select is(pg_temp.save('gast', 'null', 'null', 'Andere'), 'ERROR 42501', 'a guest does not get that far');
select is(pg_temp.save('verwaltung', 'null', 'null', ''), 'ERROR 23514', 'a person has a name');
select is(pg_temp.save('verwaltung', 'null', 'null', E'a\u001bb'), 'ERROR 23514', 'without control characters');
select is((select family_name::text from council.person where id = (select id from made)), 'Zeugin', 'the first change stands');
select results_eq($$select action, before ->> 'family_name', after ->> 'family_name', author from council.change
  where table_name = 'person' and row_key = (select id::text from made) order by at$$,
  $$values ('insert', null, 'Zeuge', 'verwaltung'), ('update', 'Zeuge', 'Zeugin', 'verwaltung')$$, 'the journal has author, before and after');
select results_eq($$select field, before, after from api.change_fields((select id from council.change where table_name = 'person'
  and action = 'update' and row_key = (select id::text from made))) order by 1$$,
  $$values ('family_name', 'Zeuge', 'Zeugin'), ('name', 'Zeuge, Ida', 'Zeugin, Ida')$$, 'field by field');
select is(pg_temp.ask('verwaltung', format('execute delete_person(%s, 1)', id)), null, 'a stale version is not deleted') from made;
select is(pg_temp.ask('verwaltung', format('execute delete_person(%s, 2)', id)), id::text, 'the current one is') from made;
select is(pg_temp.ask('verwaltung', 'execute delete_person(2, 1)'), 'ERROR 23503', 'not a person whom the record names');
select throws_ok($$update council.change set author = 'x'$$, 'RT002', null, 'the journal is append only');
select throws_ok($$delete from council.change$$, 'RT002', null, 'for everybody');

-- What follows from the ledger or from triggers is not typed.
select is(pg_temp.ask('schriftfuehrung', 'update council.meeting set ' || what || ' where id = 1'), 'ERROR 42501', 'nobody writes meeting.' || what)
from unnest(array['state = ''signed''', 'organizations = ''{1}''', 'version = 1']) what;
select is(pg_temp.ask('schriftfuehrung', 'update council.agenda_item set ' || what || ' where meeting_id = 1'), 'ERROR 42501', 'nobody writes agenda_item.' || what)
from unnest(array['held_public = true', 'organizations = ''{1}''', 'void = false', 'meeting_id = 2', 'origin = ''meeting''']) what;
select is(pg_temp.ask('schriftfuehrung', 'update council.vote_event set yes = 1 where false'), 'ERROR 42501', 'projections are not written by hand');
select is(pg_temp.ask('schriftfuehrung', 'delete from council.agenda_item where id = ' || quote_literal('00000000-0000-4000-8000-000000004003')), 'ERROR RT006', 'the agenda of a meeting held stays');
select is(pg_temp.ask('schriftfuehrung', $$update council.agenda_item set title = 'x' where meeting_id = 4$$), 'ERROR RT006', 'and cannot be edited');
select is(pg_temp.ask('schriftfuehrung', $$insert into council.agenda_item (meeting_id, position, title) values (9, 50, 'Neu') returning organizations::text$$), '{5}', 'a planned one gets items, with the organizations of the meeting');
select is(pg_temp.ask('schriftfuehrung', $$insert into council.agenda_item (meeting_id, position, title, rule) values (9, 51, 'Neu', 'whim')$$), 'ERROR 23514', 'a majority rule is one of the known');
select is(pg_temp.ask('leserin', $$insert into council.agenda_item (meeting_id, position, title) values (9, 50, 'Neu')$$), 'ERROR RT003', 'not from a reader');

-- Rights for one organization only.
insert into council.permission (account_id, role, organization_id) select id, 'minute_taker', 3 from council.account where login = 'leserin';
select is(pg_temp.ask('leserin', $$insert into council.agenda_item (meeting_id, position, title) values (9, 52, 'Neu')$$), 'ERROR 42501', 'a minute-taker of one committee does not plan for another');
select is(pg_temp.ask('leserin', $$insert into council.agenda_item (meeting_id, position, title) values (11, 52, 'Neu') returning 1$$), '1', 'but for her own');
select is(pg_temp.ask('leserin', $$select mine from api.take_pen(9, gen_random_uuid(), false)$$), 'ERROR RT003', 'nor records for another');
select is(pg_temp.ask('leserin', $$select count(*) from council.agenda_item where meeting_id = 11 and not is_public$$), '1', 'a joint meeting is open to her');
delete from council.meeting_organization where meeting_id = 11 and organization_id = 6;
select is((select organizations from council.meeting where id = 11), '{3}', 'leaving a joint meeting is followed by the meeting');
select is((select array_agg(distinct organizations) from council.agenda_item where meeting_id = 11), array[array[3]]::bigint[], 'and by its items');

-- Sending: the versions stay.
select is(pg_temp.ask('schriftfuehrung', $$select api.send_agenda(9, 'Einladung')$$), '1', 'the invitation is version 1');
select is((select state from council.meeting where id = 9), 'invited', 'the meeting is invited');
select matches(pg_temp.ask('schriftfuehrung', $$update council.agenda_item set title = 'Umbenannt' where meeting_id = 9 and position = 50 returning 1$$), '1', 'an item is renamed');
select is(pg_temp.ask('schriftfuehrung', $$select api.send_agenda(9, 'Nachtrag')$$), '2', 'the supplement is version 2');
select results_eq($$select v.version, v.title::text from council.agenda_version_item v join council.agenda_item i on i.id = v.item_id
  where i.meeting_id = 9 and i.position = 50 order by 1$$, $$values (1, 'Neu'), (2, 'Umbenannt')$$, 'each as sent');
select throws_ok($$update council.agenda_version_item set title = 'x'$$, 'RT002', null, 'a sent agenda stays');

-- Own filters.
select matches(pg_temp.ask('leserin', $$insert into council.saved_filter (screen, name, setting) values ('persons', 'meine', 'filter=x') returning id$$), '^\d+$', 'a filter is kept');
select is(pg_temp.ask('schriftfuehrung', 'select count(*) from council.saved_filter'), '0', 'and nobody else sees it');
select is(pg_temp.ask('schriftfuehrung', $$insert into council.saved_filter (account, screen, name) values ('leserin', 'x', 'y')$$), 'ERROR 42501', 'or gives one to another');

-- Accounts.
select is(pg_temp.ask('schriftfuehrung', $$insert into council.account (login, display_name) values ('neu', 'Neu')$$), 'ERROR RT003', 'accounts are for the administration');
select is(pg_temp.ask('verwaltung', $$insert into council.account (login, display_name) values ('neu', 'Neu') returning login$$), 'neu', 'which makes them');
select is((select rolcanlogin and not rolsuper and not rolcreaterole from pg_roles where rolname = 'neu'), true, 'with a login role without powers');
select is(pg_temp.ask('verwaltung', $$insert into council.account (login, display_name) values ('postgres', 'Böse')$$), 'ERROR RT003', 'the superuser is no account');
select is(pg_temp.ask('verwaltung', $$insert into council.account (login, display_name) values ('ratstisch_owner', 'Böse')$$), 'ERROR 23514', 'nor is a role of the program');
select is(pg_temp.ask('verwaltung', $$update council.account set login = 'anders' where login = 'neu'$$), 'ERROR RT003', 'a login name stays');
select is(pg_temp.ask('verwaltung', $$insert into council.permission (account_id, role) select id, 'typist' from council.account where login = 'neu' returning role$$), 'typist', 'a right is given');
select is(pg_has_role('neu', 'ratstisch_typist', 'member'), true, 'and the group role with it');
select is(pg_temp.ask('verwaltung', $$delete from council.permission p using council.account a where a.id = p.account_id and a.login = 'neu' returning 1$$), '1', 'it is taken away');
select is(pg_has_role('neu', 'ratstisch_typist', 'member'), false, 'and the group role with it');
select is(pg_temp.ask('verwaltung', $$delete from council.account where login = 'neu' returning 1$$), '1', 'an account is deleted');
select is((select rolcanlogin from pg_roles where rolname = 'neu'), false, 'its role cannot log in any more');
select is(pg_temp.ask('schriftfuehrung', 'select string_agg(login, '','') from council.account'), 'schriftfuehrung', 'everybody sees the own account only');

-- Search and sorting.
select is(pg_temp.ask('leserin', format('select kind || label from api.jump(%L)', fragment)), 'agenda_item26-0312 Ausbau der Schulstraße, Bauabschnitt II', 'jump to ' || fragment)
from unnest(array['26-0312', '26/312', '26 - 00312', '0312', '312', 'ausbau schul', 'SCHULSTRASSE']) fragment;
select is(pg_temp.ask('leserin', format('select label from api.jump(%L)', fragment)), 'Müller, Claudia', 'find ' || fragment)
from unnest(array['müller', 'Mueller', 'MULLER', 'claudia mül']) fragment;
select is(pg_temp.ask('leserin', format('select count(*) from api.jump(%L)', fragment)), '0', 'nothing for ' || quote_literal(fragment))
from unnest(array['', '   ', '%%%', E'\\', 'x_y%']) fragment;
select is((select string_agg(family_name, ' ' order by name) from council.person where id in (17, 16, 4, 2, 18, 19)),
  'Kowaltschuk Kraatz Krämer Möller Müller Überberg', 'names in German order');
select is((select string_agg(n, ' ' order by n collate council.german_number) from unnest(array['10', '2', '2.10', '2.9', '1']) n), '1 2 2.9 2.10 10', 'numbers by their value');
select is(council.matches_pattern('abc', E'a\\'), false, 'a pattern that ends in a backslash matches nothing instead of failing');

select * from finish();
rollback;
