-- Posting files and the journal: what a run costs, once per run and template, to the cent.
\ir lib/setup.sql
\ir ../lib/no_fees.sql
select * from no_plan();
\o /dev/null
\ir lib/fees.sql
\o

create function pg_temp.register(who text, run bigint, total numeric, content text, template text default 'sap_csv', words text default 'account') returns text
  language sql
as $$ select pg_temp.ask(who, format('select concat_ws('' '', p.file_id is not null, p.again) from api.register_posting(%s, %L, %L, 4, %s, %L) p', run, template, words, total, content)) $$;
create function pg_temp.journal(run bigint) returns text
  language sql
as $$ select pg_temp.ask('sitzungsgeld', format('select concat_ws('' '', items, dues, transferred, settled, open, carried, posted, balanced) from api.fee_journal_sum where run_id = %s', run)) $$;

select is((select string_agg(name, ' ' order by name) from council.posting_template where body_id is null), 'datev_extf payroll_csv sap_csv sap_fixed', 'what is delivered');
select is((select concat_ws(' ', count(*), min(place), max(place)) from council.posting_column c join council.posting_template t on t.id = c.template_id
  where t.name = 'datev_extf' and record = 'line'), '125 1 125', 'DATEV has all its columns');
select is((select sum(width) from council.posting_column c join council.posting_template t on t.id = c.template_id where t.name = 'sap_fixed' and record = r), 100::bigint,
  'fixed: as wide as the others: ' || r) from unnest(array['document', 'line', 'sum']) r;

select is(pg_temp.register('kasse', 901, 1781.20, 'eins'), 't f', 'registered');
select is(pg_temp.register('sitzungsgeld', 901, 1781.20, 'eins'), 't t', 'the same again is no second one');
select is((select count(*) from council.fee_file where kind = 'posting'), 1::bigint, 'one row');
select is(pg_temp.register('kasse', 901, 1781.20, 'zwei'), 'ERROR RT004', 'another content is refused');
select is(pg_temp.register('kasse', 901, 1781.20, 'zwei', 'sap_fixed'), 't f', 'another template is another file');
select is(pg_temp.register('kasse', 901, 1781.21, 'x', 'datev_extf'), 'ERROR RT004', 'a cent too much is refused');
select is(pg_temp.register('kasse', 901, 1686.70, 'x', 'payroll_csv', 'person member'), 't f', 'only the members: without the employer');
select is(pg_temp.ask('kasse', 'select api.drop_payment(min(id)) is not null from council.fee_file'), 'true', 'dropped');
select is(pg_temp.register('kasse', 901, 1781.20, 'zwei'), 't f', 'it may be another');
select is(pg_temp.register('kasse', 999, 0, 'x'), 'ERROR RT005', 'no such run');
select is(pg_temp.register(who, 901, 1781.20, 'x'), 'ERROR 42501', who || ' registers nothing') from unnest(array['leserin', 'verwaltung', 'gast']) who;
select is(pg_temp.ask(who, 'select count(*) from api.' || v), 'ERROR 42501', who || ' sees nothing of ' || v)
from unnest(array['leserin', 'verwaltung', 'gast']) who, unnest(array['fee_journal', 'fee_journal_sum']) v;

-- The journal over a payment, a return, a reclaim.
select is(pg_temp.journal(901), '1781.20 1781.20 0 0 1781.20 -42.00 1781.20 t', 'nothing is paid yet');
select is(pg_temp.ask('kasse', 'select count(*) from api.make_payment(1, '''', council.today(), ''pain.001.001.09'')'), '10', 'a payment');
select is(pg_temp.journal(901), '1781.20 1781.20 874.80 0.00 906.40 -42.00 1781.20 t', 'transferred and open');
select is(pg_temp.journal(902), '698.30 698.30 698.30 0 0 0 t', 'the second run is paid by the same file');
select is(pg_temp.ask('kasse', 'select api.settle_balance(9, ''reclaim'', ''x'')'), '-42.00', 'a reclaim');
select is(pg_temp.journal(901), '1781.20 1781.20 874.80 -42.00 948.40 0 1781.20 t', 'settled otherwise');
select is((select count(*) from (select run_id, sum(amount) filter (where part = 'account') a, sum(amount) filter (where part = 'person') p from api.fee_journal group by 1) x where a <> p), 0::bigint,
  'accounts and persons sum up alike');

-- Accounts of the municipality: what is not empty goes before the rule, on the first day of the run. Who pays what is committed stays.
create function pg_temp.account(who text, what text) returns text
  language sql
as $$ select pg_temp.ask(who, what || ' returning version') $$;
create function pg_temp.add_account(who text, rule text, account text, payer text, valid daterange) returns text
  language sql
as $$ select pg_temp.account(who, format('insert into council.fee_account (body_id, rule_name, account, payer, valid) values (1, %L, %L, %L, %L)',
  rule, account, payer, valid)) $$;
create function pg_temp.booked(run bigint) returns text
  language sql
as $$ select pg_temp.ask('sitzungsgeld', format('select string_agg(distinct concat_ws(''/'', account, cost_centre, wage_type, payer), '' '')
  from api.fee_item_posting where run_id = %s and rule_id = 901', run)) $$;
select is(pg_temp.booked(901), '5421100/1111/2010/', 'as the rule says');
select is(pg_temp.add_account(who, 'pauschale', '7', '', '[2026-11-01,)'), 'ERROR 42501', who || ' gives no accounts')
from unnest(array['leserin', 'verwaltung', 'schriftfuehrung', 'gast']) who;
select is(pg_temp.add_account('sitzungsgeld', 'pauschale', '777', '', '[2026-11-01,)'), '1', 'the fee clerk does');
select is(pg_temp.booked(901) || pg_temp.booked(902), '5421100/1111/2010/777/1111/2010/', 'from its day on, the rest as the rule says');
select is(pg_temp.add_account('sitzungsgeld', 'pauschale', '8', '', '[2026-12-01,)'), 'ERROR 23P01', 'one account at a time');
select is(pg_temp.add_account('sitzungsgeld', 'sitzung', '', '', '[2026-12-01,)'), 'ERROR 23514', 'that says something');
select is(pg_temp.account('sitzungsgeld', 'update council.fee_account set payer = ''Bezirk'''), 'ERROR RT002', 'another payer of what is committed');
select is(pg_temp.account('sitzungsgeld', 'update council.fee_account set cost_centre = ''9999'''), '2', 'another cost centre');
select is(pg_temp.booked(902), '777/9999/2010/', 'is taken');
select is(pg_temp.add_account('sitzungsgeld', 'bezirk', '', 'Bezirk', '[2026-01-01,)'), '1', 'the payer that it has');
select is(pg_temp.account('sitzungsgeld', 'update council.fee_account set payer = ''Kreis'' where rule_name = ''bezirk'''), 'ERROR RT002', 'may not become another');
select is(pg_temp.account('sitzungsgeld', 'delete from council.fee_account where rule_name = ''bezirk'''), '1', 'but go, where the rule says the same');
select is(pg_temp.add_account('sitzungsgeld', 'pauschale', '', 'Kreis', '[2025-01-01,2026-01-01)'), '1', 'where nothing is committed, anybody may pay');
select is((select count(*) from council.change where table_name = 'fee_account' and needed = 'fees'), 5::bigint, 'the journal has it, for the fee module only');
-- A run that is committed owes by the payer of the municipality.
insert into council.fee_run (id, body_id, period, calculated, created_by) values (904, 1, '[2025-06-01,2025-07-01)', '[2025-06-01,2025-07-01)', 'sitzungsgeld');
\o /dev/null
select pg_temp.add_item(904, 2, 901, 'month', '2025-06-01', 234.60);
\o
select is(pg_temp.ask('sitzungsgeld', 'select api.commit_run(904)'), '', 'committed');
select is((select payer || ' ' || amount from council.fee_due where run_id = 904), 'Kreis 234.60', 'owed by who pays');
select is(pg_temp.account('sitzungsgeld', 'delete from council.fee_account where payer = ''Kreis'''), 'ERROR RT002', 'which stays');
select is(pg_temp.ask('sitzungsgeld', 'select balanced from api.fee_journal_sum where run_id = 904'), 'true', 'and balances');

update council.fee_due set amount = amount + 0.01 where run_id = 902 and person_id = 2;
select is(split_part(pg_temp.journal(902), ' ', 1) || right(pg_temp.journal(902), 2), '698.30 f', 'a cent that is wrong is seen');

select * from finish();
rollback;
