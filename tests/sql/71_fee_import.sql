-- Facts from files: who may, all or nothing, nothing twice; account numbers.
\ir lib/setup.sql
\ir ../lib/no_fees.sql
select * from no_plan();

-- Account numbers.
select ok(council.iban_is_valid(i), i || ' is one') from unnest(array['DE89370400440532013000', 'de89 3704 0044 0532 0130 00', 'GB82WEST12345698765432',
  'NL91ABNA0417164300', 'AT611904300234573201', 'CH9300762011623852957', 'NO9386011117947', 'MT84MALT011000012345MTLCAST001S']) i;
select is(council.iban_words(i), w, coalesce(i, 'none') || ': ' || w) from (values
  ('DE89370400440532013001', 'die Prüfziffern der IBAN stimmen nicht: vermutlich ein Tippfehler'),
  ('DE98370400440532013000', 'die Prüfziffern der IBAN stimmen nicht: vermutlich ein Tippfehler'),
  ('DE8937040044053201300', 'die IBAN hat 21 Zeichen, in „DE“ sind es 22'),
  ('DE893704004405320130000', 'die IBAN hat 23 Zeichen, in „DE“ sind es 22'),
  ('ZZ89370400440532013000', 'das Land „ZZ“ kennt keine IBAN'),
  ('', 'keine IBAN: zwei Buchstaben, zwei Ziffern, dann Ziffern und Buchstaben'),
  ('8937040044', 'keine IBAN: zwei Buchstaben, zwei Ziffern, dann Ziffern und Buchstaben'),
  (null, 'keine IBAN: zwei Buchstaben, zwei Ziffern, dann Ziffern und Buchstaben')) v (i, w);
select ok(not council.iban_is_valid(i), coalesce(i, 'none') || ' is none') from unnest(array['DE89370400440532013001', 'ZZ89370400440532013000', '', 'x', null]) i;
select is((select count(*) from (select chr(65 + a) || chr(65 + b) as cc from generate_series(0, 25) a, generate_series(0, 25) b) c
  where council.iban_length(c.cc) is not null), 89::bigint, '89 countries have one');
select ok(not council.iban_is_valid('DE00' || lpad(n::text, 18, '0')) and not council.iban_is_valid('DE01' || lpad(n::text, 18, '0'))
  and not council.iban_is_valid('DE99' || lpad(n::text, 18, '0')), '00, 01 and 99 are no check digits') from generate_series(0, 96, 8) n;

-- Rights.
create function pg_temp.import(who text, kind text, rows text, dry boolean default false) returns text
  language sql
as $$ select pg_temp.ask(who, format('select string_agg(concat_ws('' '', f.line, f.field, f.message, case when f.line is null then f.added || ''/'' || f.known end),
  ''; '' order by f.line, f.field) from api.import_fees(1, %L, %L, %L) f', kind, rows, dry)) $$;
\set kilometres '[{"line": 2, "person": "1", "kilometres": "7.5", "vehicle": "car", "automatic": "false"}]'
select is(pg_temp.import(who, 'distances', :'kilometres'), 'ERROR 42501', who || ' may not') from unnest(array['gast', 'schriftfuehrung', 'leserin']) who;
grant ratstisch_fee_clerk to gast;
select is(pg_temp.import('gast', 'distances', :'kilometres'), 'ERROR RT003', 'the group role without the right: RT003');
revoke ratstisch_fee_clerk from gast;
select is(pg_temp.import('sitzungsgeld', 'distances', :'kilometres', true), '1/0', 'dry: counted');
select is((select count(*) from council.fee_distance), 0::bigint, 'and not written');
select is(pg_temp.import('sitzungsgeld', 'distances', :'kilometres'), '1/0', 'the fee clerk may');
select is(pg_temp.import('sitzungsgeld', 'distances', :'kilometres'), '0/1', 'and nothing twice');
select is((select changed_by from council.fee_distance), 'sitzungsgeld', 'it is known who');
\set account '[{"line": 2, "person": "1", "kind": "member", "iban": "DE89370400440532013000", "bic": ""}]'
select is(pg_temp.import('sitzungsgeld', 'bank-accounts', :'account'), 'ERROR RT003', 'bank data need the right bank');
select is(pg_temp.import('kasse', 'bank-accounts', :'account'), '2 person „1“ hat an diesem Tag keinen solchen Zahlungsempfänger; diesen zuerst eintragen', 'and a payee');

-- All or nothing.
select is(pg_temp.import('sitzungsgeld', 'distances', '[{"line": 2, "person": "2", "kilometres": "7.5", "vehicle": "car", "automatic": "false"},
  {"line": 3, "person": "nobody", "kilometres": "7.5", "vehicle": "car", "automatic": "false"},
  {"line": 4, "person": "1", "kilometres": "8", "vehicle": "car", "automatic": "false", "from": "2026-01-01"}]'),
  '3 person „nobody“ gibt es nicht; erlaubt sind Nummer, Kürzel oder „Name, Vorname“; '
    '4 from überschneidet sich mit dem Eintrag ohne Zeitraum in der Datenbank; diesen zuerst beenden', 'all faults come at once');
select is((select count(*) from council.fee_distance), 1::bigint, 'and nothing is written');
select is(pg_temp.import('sitzungsgeld', 'working-hours', '[{"line": 2, "person": "2", "weekday": "1", "begins_at": "08:00", "ends_at": "12:00"},
  {"line": 3, "person": "2", "weekday": "1", "begins_at": "12:00", "ends_at": "16:00"},
  {"line": 4, "person": "2", "weekday": "1", "begins_at": "15:00", "ends_at": "17:00"}]'), '4 from überschneidet sich mit Zeile 3', 'times of day that touch do not overlap');
select is(pg_temp.import('sitzungsgeld', 'sizes', '[{"line": 2, "measure": "borough_inhabitants", "value": "5", "source": ""}]'),
  '2 organization ein Stadtbezirk gehört zu „Einwohner des Stadtbezirks“, und nur dazu', 'a borough has a name');
select is(pg_temp.import('sitzungsgeld', 'no-such-kind', '[]'), 'ERROR 20000', 'an unknown kind');
select * from finish();
rollback;
