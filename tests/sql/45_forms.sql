-- Every form of the program: made, changed, refused when stale, deleted, under the roles that may.
\ir lib/setup.sql
select * from no_plan();
\set q `for e in organization standard_item membership substitution meeting location account permission text_module agenda_item task; do for v in load save delete; do f="$RATSTISCH_TOP/sql/queries/${v}_$e.sql"; [ -f "$f" ] && { printf 'prepare %s_%s(%s) as ' $v $e "$(sed -n 's/^-- param: [a-z_]* //p' "$f" | paste -sd, -)"; sed '/^--/d' "$f"; echo ';'; }; done; done`
:q

-- Saves with id and version before the rest; gives the id.
create function pg_temp.save(who text, form text, id text, version text, fields text) returns text
  language sql
as $$ select pg_temp.ask(who, format('execute save_%s(%s, %s, %s)', form, coalesce(quote_literal(id), 'null'), coalesce(version, 'null'), fields)) $$;
create temporary table form (n integer, who text, form text, fields text, changed text);
insert into form values
  (1, 'verwaltung', 'location', $$'Halle', 'Saal', 'Weg 1', '00000', 'Musterstadt'$$, $$'Halle', 'Saal 2', 'Weg 1', '00000', 'Musterstadt'$$),
  (2, 'verwaltung', 'organization', $$'Beirat', 'BR', 'other', 0, 'results', false, null, '', '', 99, '2026-01-01', null$$,
    $$'Beirat für Kultur', 'BR', 'other', 0, 'course', true, 1, 'Kopf', 'Schluss', 99, '2026-01-01', '2028-12-31'$$),
  (3, 'verwaltung', 'standard_item', $$9, 'begin', 7, 'Begrüßung', true$$, $$9, 'begin', 8, 'Begrüßung und Gäste', true$$),
  (4, 'verwaltung', 'membership', $$71, 9, 'member', true, 1, 10, null, '2026-01-01', null$$, $$71, 9, 'chair', true, 1, 10, null, '2026-01-01', '2026-12-31'$$),
  (5, 'verwaltung', 'substitution', $$9, 72, 71, null, 1, '2026-01-01', null$$, $$9, 72, 71, null, 2, '2026-01-01', null$$),
  (6, 'schriftfuehrung', 'meeting', $$9, '1', '1. Sitzung', '2027-01-15 17:00', null, 1$$, $$9, '1', '1. Sitzung des Beirats', '2027-01-15 18:00', '2027-01-15 20:00', 2$$),
  (7, 'schriftfuehrung', 'agenda_item', $$10, '9', null, 'Neuer Punkt', true, false, '26-9999', 'Vorlage', 'Der Rat beschließt.', '', ''$$,
    $$10, '9', 30, 'Neuer Punkt, nichtöffentlich', false, false, '26-9999', 'Vorlage', 'Der Rat beschließt.', 'members', 'HFA'$$),
  (8, 'schriftfuehrung', 'text_module', $$null, 'neu', 'Text'$$, $$1, 'neu', 'Anderer Text'$$),
  (9, 'verwaltung', 'account', $$'formtest', null, 'Prüfung', false$$, $$'formtest', 71, 'Prüfung', true$$);
create temporary table made as select n, pg_temp.save(who, form, null, null, fields) as id from form order by n;
select unalike(id, 'ERROR%', form || ' is made') from made join form using (n);
select isnt(id, null, form || ' has an identifier') from made join form using (n);
select is(pg_temp.ask(who, format('execute load_%s(%L)', form, id)), id, form || ' is loaded') from made join form using (n);
select is(pg_temp.save(who, form, id, '1', changed), id, form || ' is changed') from made join form using (n);
select is(pg_temp.save(who, form, id, '1', fields), null, form || ' is not changed onto a stale version') from made join form using (n);
select matches(pg_temp.save('gast', form, null, null, fields), 'ERROR (42501|RT003)', 'a guest makes no ' || form) from form;
select matches(pg_temp.save('sitzungsgeld', form, null, null, fields), 'ERROR RT003', 'the fee clerk makes no ' || form) from form;
select is(pg_temp.ask(who, format('execute delete_%s(%L, 1)', form, id)), null, form || ' is not deleted at a stale version') from made join form using (n);
select is(pg_temp.ask(who, format('execute delete_%s(%L, 2)', form, id)), id, form || ' is deleted')
from made join form using (n) where form not in ('account', 'organization');
select is((select position from council.agenda_item where meeting_id = 10 order by position desc limit 1), 8, 'the deleted item is gone');

-- Rights hang on an account.
select matches(pg_temp.save('verwaltung', 'permission', null, null, format($$%s, 'reader', 9, '2026-01-01', null$$, id)), '^\d+$', 'a right is given') from made where n = 9;
select is((select valid from council.permission p join made m on p.account_id = m.id::bigint where m.n = 9), '[2026-01-01,)'::daterange, 'from that day on');
select is(pg_temp.save('schriftfuehrung', 'permission', null, null, $$1, 'administrator', null, null, null$$), 'ERROR RT003', 'nobody gives himself rights');

-- Progress of a task.
create temporary table a_task as select event_id::text as id from council.task where meeting_id = 6;
select is(pg_temp.ask('schriftfuehrung', format('execute load_task(%L)', id)), id, 'a task is loaded') from a_task;
select is(pg_temp.ask('schriftfuehrung', format('execute save_task(%L, 0, ''started'', ''begonnen'', null)', id)), id, 'its progress is noted') from a_task;
select is(pg_temp.ask('schriftfuehrung', format('execute save_task(%L, 0, ''done'', '''', null)', id)), null, 'not onto a stale version') from a_task;
select is(pg_temp.ask('schriftfuehrung', format('execute save_task(%L, 1, ''done'', '''', null)', id)), id, 'it is done') from a_task;
select is((select done_on from council.task_progress p join a_task t on t.id::uuid = p.id), current_date, 'today');
select matches(pg_temp.ask('sitzungsgeld', format('execute save_task(%L, 2, ''open'', '''', null)', id)), 'ERROR RT003', 'not by the fee clerk') from a_task;
select is(pg_temp.ask('schriftfuehrung', 'select string_agg(what, '','') from api.check_ledger(6)'), 'ok', 'the ledger does not mind');

select * from finish();
rollback;
