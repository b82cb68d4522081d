-- What documents say: tax of a month (F33), counted when it was paid; written off is kept; the employer's money is not the member's.
\ir lib/setup.sql
\ir ../lib/no_fees.sql
select * from no_plan();
\o /dev/null
\ir lib/fees.sql
\o
create function pg_temp.tax(person bigint) returns text
  language sql
as $$ select pg_temp.ask('sitzungsgeld', format('select string_agg(concat_ws('' '', to_char(month, ''MM''), nullif(tax_class, ''''), amount, free, taxable), '', '' order by month, tax_class) from api.fee_tax_months where person_id = %s', person)) $$;

select is(council.tax_free(581.40, 1, 3, 250, null), 250.00, 'F33: a third, at least 250');
select is(council.tax_free(a, 1, 3, 250, m), f, format('%s: %s free', a, f)) from (values (750.00, null::numeric, 250.00), (900, null, 300.00), (100.01, null, 33.34 + 66.67),
  (249.99, null, 249.99), (0, null, 0), (-10, null, 0), (3000, 400, 400), (1000.01, null, 333.34)) v (a, m, f);
select is(council.tax_free(500, null, null, null, null), 0::numeric, 'without a class nothing is free');
select is(council.tax_free(500, 1, 1, null, null), 500::numeric, 'everything is');

select is(pg_temp.tax(2), null, 'what is not paid is not counted');
select is(pg_temp.ask('kasse', 'select count(*) from api.make_payment(1, '''', date_trunc(''month'', council.today() + 32)::date, ''pain.001.001.09'')'), '10', 'a payment of next month');
select is(pg_temp.tax(2), to_char(council.today() + 32, 'MM') || ' ehrenamt 489.20 250.00 239.20', 'counted in the month of payment, not of the meeting');
select is(pg_temp.tax(4), to_char(council.today() + 32, 'MM') || ' ehrenamt 494.70 250.00 244.70', 'without what the employer gets');
select is(pg_temp.tax(9), null, 'what is owed back is not income yet');
select is(pg_temp.ask('kasse', 'select api.settle_balance(9, ''write_off'', ''x'')'), '-42.00', 'written off');
select is(pg_temp.tax(9), null, 'it was kept: nothing is taken from the income');
select is(pg_temp.ask('kasse', 'select api.drop_payment(max(id)) is not null from council.fee_file'), 'true', 'the file is dropped');
select is(pg_temp.tax(2), null, 'and nothing is counted any more');

-- A class of the statute below.
insert into council.statute (id, body_id, name, title, source, valid, state) values (899, 1, 'grundlage', 'Verordnung', 'Probe', '[2020-01-01,)', 'basis');
update council.fee_tax_class set statute_id = 899 where statute_id = 900;
set local session_replication_role = replica; -- a statute that was paid by is not changed any more
update council.statute set based_on = 'grundlage' where id = 900;
set local session_replication_role = origin;
select is((select concat_ws(' ', tax_class, paragraph, at_least) from api.fee_rule_tax where rule_id = 901), 'ehrenamt R 3.12 LStR 250.0000', 'found below');
select is((select concat_ws(' ', tax_class, paragraph) from api.fee_rule_tax where rule_id = 903), '', 'a rule without a class has none');

select is(pg_temp.ask('sitzungsgeld', 'select concat_ws(''|'', what, basis, calculation, amount) from api.fee_statement where run_id = 902 and person_id = 2 and amount < 0'),
  'Sitzungsgeld|§ 2 Abs. 3|= 20,00, bisher 25,50|-5.50', 'a difference says what was paid before');
update council.fee_run set state = 'committed', released_at = null, released_by = null where id = 902;
select is((select count(*) from api.fee_statement where run_id = 902), 0::bigint, 'only what is released');
select is(pg_temp.ask(who, 'select count(*) from api.' || v), 'ERROR 42501', who || ' sees nothing of ' || v)
from unnest(array['leserin', 'verwaltung', 'gast']) who, unnest(array['fee_statement', 'fee_tax_months', 'fee_rule_tax']) v;
-- Texts in the language of the session.
select is(council.say('Grundlage: %s, %s') || council.say_list('IBAN fehlt, Beleg fehlt'), 'Grundlage: %s, %sIBAN fehlt, Beleg fehlt', 'German is said as it stands');
set local ratstisch.language = 'en';
select is(council.say('Grundlage: %s, %s') || council.say_list('IBAN fehlt, Beleg fehlt'), 'Basis: %s, %sIBAN missing, proof missing', 'English where the session wants it');
select is(council.say('Unbekanntes'), 'Unbekanntes', 'what has no English stays');
set local ratstisch.language = 'de';
select is(council.say('Grundlage: %s, %s'), 'Grundlage: %s, %s', 'and back');

select * from finish();
rollback;
