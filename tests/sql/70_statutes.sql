-- Statutes: documents into rows, editions, into force and out of it, and who may. The program's own documents: tests/run/91-fee-import.sh.
\ir lib/setup.sql
\ir ../lib/no_fees.sql
select * from no_plan();

-- A statute with one rate and one rule, in the time given.
create function pg_temp.document(name text, valid text, amount text default '21.0000', based_on text default null) returns text
  language sql
as $$
  select jsonb_build_object('name', name, 'title', 'Satzung ' || name, 'source', 'erfunden', 'note', '', 'valid', valid, 'based_on', based_on,
    'rounding_step', '0.0100', 'rounding_mode', 'half_up', 'file', concat_ws('/', name, valid, amount, based_on), 'choices', '[]'::jsonb,
    'functions', '[{"name": "carer", "label": "betreut"}]'::jsonb,
    'rates', jsonb_build_array(
      jsonb_build_object('name', 'fee', 'label', 'Sitzungsgeld', 'paragraph', '§ 1', 'valid', valid, 'amount', amount, 'bands', '[]'::jsonb),
      jsonb_build_object('name', 'lump', 'label', 'Pauschale', 'paragraph', '§ 2', 'valid', valid, 'measure', 'inhabitants', 'bands',
        '[{"size": "[0,450000]", "amount": "535.5000"}, {"size": "[450001,)", "amount": "642.6000"}]'::jsonb)),
    'caps', '[]'::jsonb, 'tax_classes', '[]'::jsonb,
    'rules', jsonb_build_array(jsonb_build_object('name', 'fee', 'label', 'Sitzungsgeld', 'paragraph', '§ 1', 'valid', valid, 'optional', false,
      'pool', null, 'pay', 'meeting', 'amount', null, 'rate_name', 'fee', 'times_over', 1, 'times_under', 1, 'claimed', false, 'count_mode', 'whole',
      'unit', null, 'unit_km', false, 'duration_per_day', false, 'minutes_before', 0, 'minutes_after', 0, 'gap_minutes', 0, 'due', 'arrears',
      'prorata', 'full', 'pause_months', null, 'pause_keeps_over', 0, 'pause_keeps_under', 1, 'attending', 'member', 'joint', 'once',
      'substitutes', 'acting', 'claim', null)
      || '{"floor_amount": null, "floor_rate": null, "floor_over": 1, "floor_under": 1, "working_hours": false, "within_from": null,
        "within_to": null, "workdays": false, "evidence": false, "evidence_months": null, "payee": "member", "distance_home": false,
        "distance_km": null, "travel_pooled": false, "rounding_step": null, "rounding_mode": null, "account": "", "cost_centre": "",
        "wage_type": "", "payer": "", "tax_class": null,
        "who": [{"excepted": false, "role": "member", "function_name": null, "bodies": [{"classification": "council", "short_name": null}]},
          {"excepted": true, "role": null, "function_name": "carer", "bodies": []}],
        "meetings": [{"classification": "council", "short_name": null}, {"classification": null, "short_name": "OR"}],
        "when": [{"measure": "inhabitants", "worded": "over", "size": "[11,)"}], "brackets": [], "shares": [{"over": 11, "under": 10, "function_name": null}],
        "limits": [{"period": "day", "kind": "factor", "number": null, "minutes": null, "amount": null, "times_over": 5, "times_under": 2, "highest": false}],
        "presence": [], "at_most": [], "vehicles": [], "excludes": [], "under": ["cap_b", "cap_a"], "confirm": []}'::jsonb))::text
$$;
create function pg_temp.load(who text, document text) returns text
  language sql
as $$ select pg_temp.ask(who, format('select concat_ws('' '', edition, state, outcome) from api.load_statute(1, %L)', document)) $$;
create function pg_temp.put(name text, replace boolean default false, who text default 'sitzungsgeld') returns text
  language sql
as $$ select pg_temp.ask(who, format('select api.put_statute_in_force(%s, %L)', (council.newest_statute(1, name)).id, replace)) $$;
create function pg_temp.stands(name text) returns text
  language sql
as $$ select concat_ws(' ', s.edition, s.state, s.in_force) from council.statute s where s.body_id = 1 and s.name = stands.name order by s.edition desc limit 1 $$;
-- A committed run of that statute.
create function pg_temp.pay_by(name text) returns void
  language sql
as $$
  with run as (
    insert into council.fee_run (body_id, period, calculated, state, committed_at, committed_by)
    values (1, '[2026-10-01,2026-11-01)', '[2026-10-01,2026-11-01)', 'committed', now(), 'kasse') returning id)
  insert into council.fee_run_statute (run_id, statute_id) select run.id, (council.newest_statute(1, name)).id from run
$$;

-- Rights: nobody else loads, puts into force, or sees anything.
select is(pg_temp.load('gast', pg_temp.document('eins', '[2024-01-01,)')), 'ERROR 42501', 'a guest may not load');
select is(pg_temp.load('schriftfuehrung', pg_temp.document('eins', '[2024-01-01,)')), 'ERROR 42501', 'nor a minute-taker');
grant ratstisch_fee_clerk to gast;
select is(pg_temp.load('gast', pg_temp.document('eins', '[2024-01-01,)')), 'ERROR RT003', 'the group role without the right: RT003');
revoke ratstisch_fee_clerk from gast;
select is(pg_temp.load('sitzungsgeld', pg_temp.document('eins', '[2024-01-01,)')), '1 draft added', 'the fee clerk may');
select is(pg_temp.ask('sitzungsgeld', 'select count(*) from council.statute where name = ''eins'''), '1', 'and sees it');
select is(pg_temp.ask('schriftfuehrung', 'select count(*) from council.statute'), 'ERROR 42501', 'others do not');
select is(pg_temp.ask('sitzungsgeld', $$insert into council.fee_rule_limit (rule_id, period, kind, number) values (1, 'day', 'count', 1) returning 1$$),
  'ERROR 42501', 'parts of rules come from documents only');

-- What is there afterwards.
select results_eq($$select r.amount::text from council.statute s join council.fee_rate r on r.statute_id = s.id where s.name = 'eins' order by r.id$$,
  $$values ('21.0000'), (null)$$, 'rates in the order of the file, money exact');
select results_eq($$select b.size::text || ' ' || b.amount from council.statute s join council.fee_rate r on r.statute_id = s.id
  join council.fee_band b on b.rate_id = r.id where s.name = 'eins' order by b.size$$, $$values ('[0,450001) 535.5000'), ('[450001,) 642.6000')$$,
  '450,000 and 450,001 inhabitants are two bands');
select results_eq($$select b.place || coalesce(b.classification, b.short_name) from council.statute s join council.fee_rule r on r.statute_id = s.id
  join council.fee_rule_body b on b.rule_id = r.id where s.name = 'eins' order by b.place, b.number$$, $$values ('-1council'), ('-1OR'), ('1council')$$,
  'organizations of who, and of meetings');
select results_eq($$select n.name::text from council.statute s join council.fee_rule r on r.statute_id = s.id
  join council.fee_rule_name n on n.rule_id = r.id where s.name = 'eins' order by n.place$$, $$values ('cap_b'), ('cap_a')$$, 'lists keep their order');

-- Again: the same, another, one that was paid by.
create temporary table rule_before as select r.id from council.fee_rule r join council.statute s on s.id = r.statute_id where s.name = 'eins';
select is(pg_temp.load('sitzungsgeld', pg_temp.document('eins', '[2024-01-01,)')), '1 draft same', 'the same file: nothing');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('eins', '[2024-01-01,)', '25.0000')), '1 draft replaced', 'another: in its place');
select results_eq($$select r.id from council.fee_rule r join council.statute s on s.id = r.statute_id where s.name = 'eins'$$,
  'select id from rule_before', 'rules of the same name keep their identifiers');
select is((select string_agg(r.amount::text, ' ') from council.fee_rate r join council.statute s on s.id = r.statute_id where s.name = 'eins' and r.name = 'fee'),
  '25.0000', 'the rate is the new one, and only that');
select is(pg_temp.put('eins'), '', 'into force');
select is(pg_temp.stands('eins'), '1 in_force {[2024-01-01,)}', 'for its whole period');
select is(pg_temp.put('eins'), '', 'once more changes nothing');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('eins', '[2025-01-01,)', '25.0000')), '1 in_force replaced', 'loaded again with another period');
select is(pg_temp.stands('eins'), '1 in_force {[2025-01-01,)}', 'it stays in force, with the new days');

-- Overlaps.
select is(pg_temp.load('sitzungsgeld', pg_temp.document('zwei', '[2026-07-01,)')), '1 draft added', 'another statute');
select is(pg_temp.put('zwei'), 'ERROR RT011', 'two on one day are refused');
select is(pg_temp.put('zwei', true, 'gast'), 'ERROR 42501', 'a guest puts nothing into force');
select is(pg_temp.put('zwei', true), 'eins gilt nur noch ab 01.01.2025 bis 30.06.2026', 'with replace the other ends on the day before');
select is(pg_temp.stands('eins') || ', ' || pg_temp.stands('zwei'), '1 in_force {[2025-01-01,2026-07-01)}, 1 in_force {[2026-07-01,)}', 'no gap, no overlap');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('eins', '[2024-01-01,)', '26.0000')), '1 in_force replaced', 'loaded again after the cut');
select is(pg_temp.stands('eins'), '1 in_force {[2024-01-01,2026-07-01)}', 'the cut stays, the beginning follows the file');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('eins', '[2027-01-01,)', '26.0000')), 'ERROR RT011', 'no day left: refused');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('mitte', '[2025-01-01,2025-02-01)')), '1 draft added', 'one for a month');
select is(pg_temp.put('mitte'), 'ERROR RT011', 'in the middle of another: refused');
select is(pg_temp.put('mitte', true), 'eins gilt nur noch ab 01.01.2024 bis 31.12.2024, ab 01.02.2025 bis 30.06.2026',
  'with replace the days before and after stay with the other');
select is(pg_temp.stands('eins') || ', ' || pg_temp.stands('mitte'),
  '1 in_force {[2024-01-01,2025-01-01),[2025-02-01,2026-07-01)}, 1 in_force {[2025-01-01,2025-02-01)}', 'one holds in two parts');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('eins', '[2023-01-01,)', '27.0000')), '1 in_force replaced', 'loaded again after it was cut in two');
select is(pg_temp.stands('eins'), '1 in_force {[2023-01-01,2025-01-01),[2025-02-01,2026-07-01)}', 'all cuts stay, the beginning follows the file');
do $$ begin
  perform council.fee_begin_work();
  perform council.fee_load_chain(1, '[2024-12-01,2025-04-01)', null);
end $$;
select is((select string_agg(s.name || ' ' || c.span, ' ' order by c.span) from work_chain c join council.statute s on s.id = c.statute_id),
  'eins [2024-12-01,2025-01-01) mitte [2025-01-01,2025-02-01) eins [2025-02-01,2025-04-01)', 'a calculation has each part for itself');
select is((select count(distinct c.top_id)::integer from work_chain c), 3, 'none taken for another');
select throws_ok($$update council.statute set in_force = '{[2025-01-15,2025-01-20)}' where name = 'eins'$$, '23P01', null, 'no two on one day, whoever writes');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('drei', '[2023-01-01,2026-10-01)')), '1 draft added', 'one that covers the first and begins the second');
select is(pg_temp.put('drei', true), 'eins ist ersetzt; mitte ist ersetzt; zwei gilt nur noch ab 01.10.2026', 'what is covered is replaced, what goes on later stays');
select is(pg_temp.stands('eins') || ', ' || pg_temp.stands('zwei'), '1 replaced, 1 in_force {[2026-10-01,)}', 'so it stands');

-- Paid by.
select pg_temp.pay_by('zwei');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('zwei', '[2026-07-01,)', '30.0000')), '2 draft added', 'paid by: a new edition');
select is((select r.amount::text from council.fee_rate r join council.statute s on s.id = r.statute_id where s.name = 'zwei' and s.edition = 1 and r.name = 'fee'),
  '21.0000', 'the edition that was paid by stays');
select is(pg_temp.put('zwei', true), 'drei gilt nur noch ab 01.01.2023 bis 30.06.2026; zwei ist ersetzt', 'the new edition takes the place of the old one, retroactively');
select is(pg_temp.ask('sitzungsgeld', format('select api.withdraw_statute(%s)', (select id from council.statute where name = 'zwei' and edition = 1))),
  'ERROR RT012', 'what was paid by is not withdrawn');
select is(pg_temp.ask('gast', format('select api.withdraw_statute(%s)', (select id from council.statute where name = 'zwei' and edition = 2))),
  'ERROR 42501', 'nor by a guest');
select is(pg_temp.ask('sitzungsgeld', format('select api.withdraw_statute(%s)', (select id from council.statute where name = 'zwei' and edition = 2))), 'zwei/2', 'the new edition is');
select is(pg_temp.stands('zwei'), '2 draft', 'and a draft again');

-- Deleting.
create function pg_temp.remove(name text, edition integer, who text default 'sitzungsgeld') returns text
  language sql
as $$ select pg_temp.ask(who, format('delete from council.statute where name = %L and edition = %s returning name', name, edition)) $$;
select is(pg_temp.remove('drei', 1), 'ERROR RT011', 'what is in force is not deleted');
select is(pg_temp.remove('zwei', 1), 'ERROR RT012', 'nor what was paid by');
select is(pg_temp.remove('zwei', 2, 'gast'), 'ERROR 42501', 'nor anything by a guest');
insert into council.fee_run (body_id, kind, period, calculated, statute_id, name)
select 1, 'simulation', '[2026-01-01,2026-02-01)', '[2026-01-01,2026-02-01)', s.id, 'delete' from council.statute s where s.name = 'zwei' and s.edition = 2;
select is(pg_temp.remove('zwei', 2), 'ERROR RT011', 'nor what is simulated');
delete from council.fee_run where name = 'delete';
select is(pg_temp.remove('zwei', 2), 'zwei', 'a draft is');
select is((select count(*)::integer from council.fee_rule r join council.statute s on s.id = r.statute_id where s.name = 'zwei'), 1, 'with its rules, not those of the other edition');

-- Statutes on top of others.
select is(pg_temp.load('sitzungsgeld', pg_temp.document('oben', '[2030-01-01,)', '5.0000', 'unten')), '1 draft added', 'one on top');
select is(pg_temp.put('oben'), 'ERROR RT011', 'what it stands on is missing');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('unten', '[2030-06-01,)')), '1 draft added', 'one below, too late');
select is(pg_temp.put('oben'), 'ERROR RT011', 'it must hold for the whole time');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('unten', '[2030-01-01,)')), '1 draft replaced', 'one below');
select is(pg_temp.put('oben', true), '', 'into force');
select is(pg_temp.stands('unten'), '1 basis', 'what is below is the basis');
select is(pg_temp.ask('sitzungsgeld', format('select api.withdraw_statute(%s)', (council.newest_statute(1, 'unten')).id)), 'ERROR RT011', 'and not withdrawn while others stand on it');
select is(pg_temp.load('sitzungsgeld', pg_temp.document('unten', '[2030-01-01,)', '6.0000', 'oben')), '1 basis replaced', 'a circle');
update council.statute set state = 'draft', in_force = null where name = 'oben';
select is(pg_temp.put('oben'), 'ERROR RT011', 'is refused');
select is(pg_temp.ask('sitzungsgeld', 'select api.put_statute_in_force(999999, false)'), 'ERROR RT003', 'no such statute');
select is(pg_temp.ask('sitzungsgeld', 'select id from api.load_statute(999, ''{}'')'), 'ERROR RT003', 'no such municipality');
-- What no text can say is refused whoever writes it.
select throws_ok(format('update council.fee_rule set %s where statute_id = (council.newest_statute(1, ''oben'')).id', change), '23514', null, change)
from unnest(array['absence_amount = 1, absence_rate = ''x''', 'absence_amount = 1, absence_part_over = 1', 'absence_part_over = 3, absence_part_under = 2',
  'weekdays = ''{8}''', 'begins_from = 600, begins_before = 600']) change;
select throws_ok(format('insert into council.fee_rule_bracket (rule_id, minutes, amount, %s) select r.id, ''[1,)'', 1, %s from council.fee_rule r
  where r.statute_id = (council.newest_statute(1, ''oben'')).id', columns, given), '23514', null, columns || ' ' || given)
from (values ('plus_amount', '1'), ('plus_mode, plus_unit', '''full'', 60'), ('plus_amount, plus_rate, plus_mode, plus_unit', '1, ''x'', ''full'', 60'),
  ('plus_rate, plus_over, plus_mode, plus_unit', '''x'', -1, ''full'', 60')) v (columns, given);
select * from finish();
rollback;
