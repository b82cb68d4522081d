-- Every form of the fee screens: made, changed, refused when stale, deleted, by whom it may be; words of those present; claims.
\ir lib/setup.sql
select * from no_plan();
\set q `for e in fee_assignment fee_evidence fee_working_hour fee_distance fee_hold fee_payee fee_bank_account body_size fee_correction fee_claim fee_meeting; do for v in load save delete; do f="$RATSTISCH_TOP/sql/queries/${v}_$e.sql"; [ -f "$f" ] && { printf 'prepare %s_%s(%s) as ' $v $e "$(sed -n 's/^-- param: [a-z_]* //p' "$f" | paste -sd, -)"; sed '/^--/d' "$f"; echo ';'; }; done; done`
:q

create function pg_temp.save(who text, form text, id text, version text, fields text) returns text
  language sql
as $$ select pg_temp.ask(who, format('execute save_%s(%s, %s, %s)', form, coalesce(quote_literal(id), 'null'), coalesce(version, 'null'), fields)) $$;
create temporary table form (n integer, who text, form text, fields text, changed text);
insert into form values
  (1, 'sitzungsgeld', 'fee_assignment', $$4, 'deputy_mayor', null, 'Wahl', '2027-01-01', null$$, $$4, 'deputy_mayor', null, 'Wahl', '2027-01-01', '2027-12-31'$$),
  (2, 'sitzungsgeld', 'fee_evidence', $$4, 'loss_proven', 'Bescheinigung', 31.5, '2026-01-01', null$$, $$4, 'loss_proven', 'Bescheinigung', 32, '2026-01-01', null$$),
  (3, 'sitzungsgeld', 'fee_working_hour', $$4, 1, '08:00', '16:30', '2026-01-01', null$$, $$4, 1, '08:00', '17:00', '2026-01-01', null$$),
  (4, 'sitzungsgeld', 'fee_distance', $$4, null, 7.5, 'car', true, '2026-01-01', null$$, $$4, null, 8, 'bicycle', false, '2026-01-01', null$$),
  (5, 'sitzungsgeld', 'fee_hold', $$4, 'hold', 'council', 'Anschrift', '2026-01-01', null$$, $$4, 'waiver', null, 'Schreiben', '2026-01-01', null$$),
  (6, 'sitzungsgeld', 'fee_payee', $$29, 'employer', 'Werk GmbH', 'Weg 1', '00000', 'Ort', '', '', '2026-01-01', null$$,
    $$29, 'employer', 'Werk AG', 'Weg 1', '00000', 'Ort', '1', '2', '2026-01-01', null$$),
  (7, 'sitzungsgeld', 'body_size', $$1, 'district_inhabitants', null, 210000, 'Amt', '2026-01-01', null$$, $$1, 'district_inhabitants', null, 210500, 'Amt', '2026-01-01', null$$),
  (8, 'sitzungsgeld', 'fee_correction', $$4, 5, 'council', '2026-09-01', 25.5, 'verwechselt'$$, $$4, null, 'council', '2026-09-01', -25.5, 'zu viel'$$),
  (9, 'sitzungsgeld', 'fee_claim', $$4, 'loss_floor', '2026-09-09', '17:00', '19:00', null, null, null, null, 0, 4, '', false, '2026-09-10', '', 'open', '', ''$$,
    $$4, 'loss_floor', '2026-09-09', '17:00', '20:00', null, null, null, null, 0, 4, '', false, '2026-09-10', '', 'accepted', '', ''$$),
  (10, 'sitzungsgeld', 'fee_meeting', $$12, '2026-08-31', '18:00', '19:30', 'ayd poh kow', 'Fraktion', '2026-09-02', ''$$,
    $$12, '2026-08-31', '18:00', '20:00', 'ayd poh 18:30-19:15', 'Fraktion', '2026-09-02', ''$$);
create temporary table made as select n, pg_temp.save(who, form, null, null, fields) as id from form order by n;
select matches(id, '^\d+$', form || ' is made') from made join form using (n) order by n;
select is(pg_temp.ask(who, format('execute load_%s(%L)', form, id)), id, form || ' is loaded') from made join form using (n) order by n;
select is(pg_temp.save(who, form, id, '1', changed), id, form || ' is changed') from made join form using (n) order by n;
select is(pg_temp.save(who, form, id, '1', fields), null, form || ' is not changed onto a stale version') from made join form using (n) order by n;
select matches(pg_temp.save(other, form, null, null, fields), 'ERROR (42501|RT003)', other || ' makes no ' || form)
from form cross join (values ('gast'), ('leserin'), ('schriftfuehrung'), ('verwaltung')) o (other) order by n, other;
select matches(pg_temp.ask(other, format('execute load_%s(%L)', form, id)), 'ERROR (42501|RT003)', other || ' loads no ' || form)
from made join form using (n) cross join (values ('leserin'), ('verwaltung')) o (other) order by n, other;

-- Bank data.
create temporary table payee as select id from council.fee_payee where person_id = 29 and kind = 'employer';
select matches(pg_temp.save('sitzungsgeld', 'fee_bank_account', null, null, format($$%s, 'DE02120300000000202051', '', '2026-01-01', null$$, id)),
  'ERROR (42501|RT003)', 'the fee clerk saves no account') from payee;
select matches(pg_temp.ask('sitzungsgeld', 'execute load_fee_bank_account(1)'), 'ERROR 42501', 'nor does she load one');
select is(pg_temp.save('kasse', 'fee_bank_account', null, null, format($$%s, 'DE03120300000000202051', '', '2026-01-01', null$$, id)),
  'ERROR RT016', 'wrong check digits are refused') from payee;
create temporary table account as select pg_temp.save('kasse', 'fee_bank_account', null, null,
  format($$%s, 'de02 1203 0000 0000 2020 51', 'bylademM', '2026-01-01', null$$, id)) as id from payee;
select is((select iban || ' ' || bic from council.fee_bank_account b join account a on a.id = b.id::text), 'DE02120300000000202051 BYLADEMM', 'an account is kept without blanks');
select is(pg_temp.ask('kasse', format('execute delete_fee_bank_account(%L, 1)', id)), id, 'and deleted') from account;

-- Those present.
select is((select string_agg(p.abbreviation || ' ' || t.begins_at || ' ' || t.ends_at, ', ' order by p.name) from council.fee_presence t
  join council.person p on p.id = t.person_id join made m on m.id::bigint = t.fee_meeting_id and m.n = 10),
  'ayd 18:00:00 20:00:00, poh 18:30:00 19:15:00', 'those present are exactly those typed, with their own times');
select is(council.present_line(id::bigint), 'ayd poh 18:30-19:15', 'and are shown as they are typed') from made where n = 10;
select is(council.fee_people('kra', 11, '2026-09-07'), array[2::bigint], 'an abbreviation goes before the beginning of a name');
select is(council.fee_people('kr', 11, '2026-09-07'), array[2, 4]::bigint[], 'a beginning may mean several');
select is(council.fee_people('MÜL', 12, '2026-09-07'), array[18::bigint], 'in any letters');
select is(council.fee_people('mueller', 12, '2026-09-07'), array[18::bigint], 'ue is like ü');
select is(council.fee_people('#18', 12, '2026-09-07'), array[18::bigint], 'a number is one person');
select is(council.fee_people('s', 13, '2026-09-07'), array[23::bigint], 'of several the members of the group');
select throws_ok($$select * from council.read_present('ayd zzz kr yyy', 11, '2026-09-07', '18:00', '19:00')$$, 'RT016',
  'unbekannt: zzz yyy; mehrdeutig: kr (krz Kraatz, Jürgen oder kra Krämer, Heinrich)', 'every word that means nobody or several is named');
select is((select count(*) from council.fee_meeting where day = '2026-08-24'), 0::bigint, 'before');
select is(pg_temp.save('sitzungsgeld', 'fee_meeting', null, null, $$12, '2026-08-24', '18:00', '19:30', 'ayd zzz', '', '2026-08-25', ''$$), 'ERROR RT016', 'a faulty line saves nothing');
select is((select count(*) from council.fee_meeting where day = '2026-08-24'), 0::bigint, 'of the meeting neither');
select is(pg_temp.save('sitzungsgeld', 'fee_meeting', null, null, $$12, '2026-08-31', '18:00', '19:30', 'ayd', '', '2026-09-01', ''$$), 'ERROR RT016', 'the same meeting twice is refused');
select is((select day from api.save_fee_meeting(null, null, 12, '2026-08-17', '18:00', '19:00', '', '', null, '')), '2026-08-24'::date, 'the next entry is a week later');
-- Who is no member that day is told, never refused; nor told where a rule pays guests.
savepoint strangers;
create temporary table guests as select (api.save_fee_meeting(null, null, 12, '2026-08-03', '18:00', '19:00', 'ayd kra', '', null, '')).id;
select is((select council.fee_strangers(id) from guests), 'kra', 'no member that day');
update council.membership set valid = daterange(lower(valid), '2026-08-03') where organization_id = 12 and person_id = (select p.id from council.person p where p.abbreviation = 'ayd');
select is((select council.fee_strangers(id) from guests), 'ayd kra', 'nor is who left before');
update council.fee_rule r set attending = 'any' where pay = 'meeting' and exists (select from council.fee_rule_who w where w.rule_id = r.id and w.role = 'member');
select is((select count(*) > 0 from council.fee_rule where attending = 'any'), true, 'a rule for guests');
select is((select council.fee_strangers(id) from guests), '', 'who is paid as a guest is expected');
rollback to strangers;

select is((select day from api.save_fee_meeting(null, null, 12, '2026-08-20', '18:00', '19:00', '', '', null, '')), '2026-08-23'::date, 'or as many days as the last ones were apart');

-- Claims.
select throws_ok(format('select api.save_fee_claim(null, null, 4, %s)', v.fields), 'RT016', v.said, 'a claim says what is wrong: ' || v.said) from (values
  ($$'loss_floor', '2026-09-09', '18:00', '21:00', null, null, null, null, 0, null, '', false, null, '', 'open', '', ''$$,
    'überschneidet sich mit: Verdienstausfall ohne Nachweis 17:00–20:00'),
  ($$'loss_floor', '2026-09-10', null, null, null, null, null, null, 0, null, '', false, null, '', 'open', '', ''$$, 'von wann bis wann?'),
  ($$'loss_floor', '2026-09-10', '18:00', '17:00', null, null, null, null, 0, null, '', false, null, '', 'open', '', ''$$, 'das Ende liegt vor dem Beginn'),
  ($$'travel', '2026-09-10', null, null, null, null, null, null, 0, null, '', false, null, '', 'open', '', ''$$, 'womit?'),
  ($$'travel', '2026-09-10', null, null, null, null, null, 'car', 0, null, '', false, null, '', 'open', '', ''$$, 'wie viele Kilometer, hin und zurück?'),
  ($$'travel', '2026-09-10', null, null, null, null, null, 'ticket', 0, null, '', false, null, '', 'open', '', ''$$, 'was hat die Fahrkarte gekostet?'),
  ($$'other', '2026-09-10', null, null, null, null, null, null, 0, null, '', false, null, '', 'open', '', ''$$, 'ein Betrag oder Beginn und Ende'),
  ($$'other', '2026-09-10', null, null, null, 5, null, null, 0, null, '', false, null, '', 'rejected', '', ''$$, 'eine Ablehnung braucht einen Grund')) v (fields, said);

-- Confirmations and what waits.
select is(pg_temp.ask('sitzungsgeld', $$select api.confirm_these('2 3')$$), '2', 'several meetings are confirmed');
select is(pg_temp.ask('sitzungsgeld', $$select api.confirm_shown(1, 'haupt')$$), '1', 'those a filter finds');
select is(pg_temp.ask('sitzungsgeld', $$select api.confirm_shown(1, null)$$), '2', 'all that wait, once');
select is(pg_temp.ask('sitzungsgeld', $$select api.confirm_shown(1, '')$$), '0', 'then none waits');
select is(pg_temp.ask('leserin', $$select api.confirm_these('2')$$), 'ERROR 42501', 'nobody else confirms');
select is(pg_temp.ask('sitzungsgeld', $$select now from api.fee_menu(1) where screen = 'fee_held'$$), '0', 'the menu knows');
select is(pg_temp.ask('sitzungsgeld', $$select now from api.fee_topics(2) where screen = 'fee_assignments'$$), 'Fraktionsvorsitz', 'and the page of a person');

select is(pg_temp.ask(who, format('execute delete_%s(%L, 1)', form, id)), null, form || ' is not deleted at a stale version') from made join form using (n) order by n;
select is(pg_temp.ask(who, format('execute delete_%s(%L, 2)', form, id)), id, form || ' is deleted') from made join form using (n) order by n;

-- Statutes: before a run has paid by it everything may be edited, afterwards only what comes later.
create temporary table rate as select r.id::text as id from council.fee_rate r where r.name = 'minimum_wage' and r.valid @> '2026-06-01'::date;
create function pg_temp.rate(days text, money text) returns text
  language sql
as $$ select format('select s.id from council.fee_rate r, api.save_fee_rate(r.id, r.version, r.statute_id, r.name, r.label, r.paragraph, %s, null, %s, null, null, null) s
  where r.id = %s', days, money, (select id from rate)) $$;
select is(pg_temp.ask('sitzungsgeld', pg_temp.rate($$'2026-01-01', '2026-12-31'$$, '14')), (select id from rate), 'an amount of an unused statute is changed');
select is((select file_sha256 from council.statute), '', 'and the statute is not that of the file any more');
select matches(pg_temp.ask('leserin', pg_temp.rate($$'2026-01-01', '2026-12-31'$$, '14')), 'ERROR 42501', 'not by others');
select matches(pg_temp.ask('sitzungsgeld', $$select api.commit_run(api.dry_run(1, '2026-09-01', 1, ''))$$), '', 'a run pays by it');
select is(pg_temp.ask('sitzungsgeld', pg_temp.rate($$'2026-01-01', '2026-12-31'$$, '15')), 'ERROR RT012', 'then that amount stays');
select is(pg_temp.ask('sitzungsgeld', 'delete from council.fee_rate where name = ''fee'' returning id'), 'ERROR RT012', 'and is not deleted');
select is(pg_temp.ask('sitzungsgeld', $$select api.check_rule_amount(r.id, null, 'fee') from council.fee_rule r where r.name = 'council_meeting'$$), 'true', 'a rate that is there');
select is(pg_temp.ask('sitzungsgeld', $$select api.check_rule_amount(r.id, null, 'no_such') from council.fee_rule r where r.name = 'council_meeting'$$), 'ERROR RT016', 'one that is not');
select is(pg_temp.ask('sitzungsgeld', $$select api.check_rule_amount(r.id, 1, 'fee') from council.fee_rule r where r.name = 'council_meeting'$$), 'ERROR RT016', 'amount and rate');
select is(pg_temp.ask('sitzungsgeld', $$select api.check_rule_amount(r.id, null, null) from council.fee_rule r where r.name = 'council_meeting'$$), 'ERROR RT016', 'neither');
select is(pg_temp.ask('sitzungsgeld', $$select api.check_rule_amount(r.id, null, null) from council.fee_rule r where r.name = 'travel'$$), 'true', 'neither, where vehicles say it');
select is(pg_temp.ask('sitzungsgeld', 'update council.fee_band set amount = 1 returning id'), 'ERROR RT012', 'nor are bands changed');
select is(pg_temp.ask('sitzungsgeld', 'update council.fee_rule set account = ''1'' returning id'), 'ERROR RT012', 'nor rules');
select is(pg_temp.ask('sitzungsgeld', 'update council.statute set title = ''x'' returning id'), 'ERROR RT012', 'nor the head');
select matches(pg_temp.ask('sitzungsgeld', $$select s.id from council.fee_rate r, api.save_fee_rate(null, null, r.statute_id, r.name, r.label, r.paragraph,
  '2027-01-01', null, r.measure, null, null, null, null) s where r.name = 'lump_sum'$$), '^\d+$', 'a new year is entered');
select is((select string_agg(r.valid::text, ' ' order by r.valid) from council.fee_rate r where r.name = 'lump_sum'),
  '[2025-01-01,2027-01-01) [2027-01-01,)', 'the period before it ends');
select is((select count(*) from council.fee_band b join council.fee_rate r on r.id = b.rate_id and r.valid @> '2027-06-01'::date), 3::bigint, 'its bands are taken over');
select matches(pg_temp.ask('sitzungsgeld', $$update council.fee_band b set amount = 250 from council.fee_rate r where r.id = b.rate_id and r.valid @> '2027-06-01'::date
  and b.size @> 30000::bigint returning b.id$$), '^\d+$', 'and changed');
select is(pg_temp.ask('sitzungsgeld', $$insert into council.fee_rate (statute_id, name, label, paragraph, valid, amount) select id, 'other', 'o', '', '[2026-01-01,)', 1
  from council.statute returning id$$), 'ERROR RT012', 'a rate for paid days is refused');

select * from finish();
rollback;
