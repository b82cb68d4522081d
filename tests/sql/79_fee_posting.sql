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
update council.fee_due set amount = amount + 0.01 where run_id = 902 and person_id = 2;
select is(split_part(pg_temp.journal(902), ' ', 1) || right(pg_temp.journal(902), 2), '698.30 f', 'a cent that is wrong is seen');

select * from finish();
rollback;
