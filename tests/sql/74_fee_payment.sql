-- Payment: what is taken and what is left out, never twice, back when dropped or returned, who may.
\ir lib/setup.sql
\ir ../lib/no_fees.sql
select * from no_plan();
\o /dev/null
\ir lib/fees.sql
\o

create function pg_temp.pay(who text, payer text default '', day date default council.today(), format text default 'pain.001.001.09') returns text
  language sql
as $$
  select pg_temp.ask(who, format('select string_agg(concat(p.person_id, '':'', p.payee, ''='', p.amount, case when p.reason = '''' then '''' else '' '' || p.reason end),
    '', '' order by p.person_id, p.payee desc) from api.make_payment(1, %L, %L, %L) p', payer, day, format))
$$;
create function pg_temp.last_file() returns text
  language sql
as $$ select max(f.id)::text from council.fee_file f $$;
create function pg_temp.open_sum() returns numeric
  language sql
as $$ select sum(d.amount) from council.fee_due d where d.settlement_id is null $$;
-- Every due is settled once, and every transfer is worth its dues.
create function pg_temp.wrong() returns text
  language sql
as $$
  select string_agg(s.id::text, ' ') from council.fee_settlement s
  where s.state = 'done' and s.amount <> (select coalesce(sum(d.amount), -1) from council.fee_due d where d.settlement_id = s.id)
$$;

-- Banking days.
select is(council.easter(y), d::date, 'Easter ' || y) from (values (2000, '2000-04-23'), (2008, '2008-03-23'), (2011, '2011-04-24'), (2024, '2024-03-31'), (2025, '2025-04-20'),
  (2026, '2026-04-05'), (2027, '2027-03-28'), (2038, '2038-04-25'), (2049, '2049-04-18'), (2076, '2076-04-19')) v (y, d);
select is(council.bank_closed(d::date) || ' ' || council.banking_day(d::date), c, d) from (values ('2026-04-02', ' 2026-04-02'), ('2026-04-03', 'good_friday 2026-04-07'),
  ('2026-04-04', 'saturday 2026-04-07'), ('2026-04-05', 'sunday 2026-04-07'), ('2026-04-06', 'easter_monday 2026-04-07'), ('2026-05-01', 'labour_day 2026-05-04'),
  ('2026-12-24', ' 2026-12-24'), ('2026-12-25', 'christmas_day 2026-12-28'), ('2026-12-26', 'second_christmas_day 2026-12-28'), ('2026-12-31', ' 2026-12-31'),
  ('2027-01-01', 'new_year 2027-01-04'), ('2026-10-31', 'saturday 2026-11-02'), ('2026-10-03', 'saturday 2026-10-05'), ('2025-10-03', ' 2025-10-03'), ('2026-06-04', ' 2026-06-04')) v (d, c);
select is((select count(*) from generate_series('2026-01-01'::date, '2026-12-31', '1 day') g (d) where council.bank_closed(d::date) = ''), 256::bigint, 'banking days of 2026');
select is((select max(council.banking_day(d::date) - d::date) from generate_series('2002-01-01'::date, '2100-12-31', '1 day') g (d)), 4, 'the next is never far');

-- Account numbers.
select is(council.iban_fault(i), f, format('%s: %s', i, f)) from (values ('DE89370400440532013000', ''), ('DE89 3704 0044 0532 0130 00', ''),
  ('GB82WEST12345698765432', ''), ('NO9386011117947', ''), ('MT84MALT011000012345MTLCAST001S', ''), ('DE88370400440532013000', 'check'),
  ('DE8937040044053201300', 'length'), ('US89370400440532013000', 'country'), ('', 'form'), ('DE', 'form'), ('DEAB370400440532013000', 'form'),
  ('DE8937040044053201300O', 'check'), ('DE98370400440532013000', 'check')) v (i, f);
select is(council.iban_fault(null), 'form', 'none at all');
select is(council.is_bic(b), w, format('BIC %s', b)) from (values ('COLSDE33', true), ('COLSDE33XXX', true), ('COLSDE3', false), ('colsde33', false),
  ('COLSDE33XX', false), ('COL1DE33', false), ('COLSDE1O', false)) v (b, w);

-- Rights: only the cashier, and whoever is not sees nothing.
select is(pg_temp.pay(who), 'ERROR RT003', who || ' makes no payment') from unnest(array['sitzungsgeld', 'verwaltung', 'leserin', 'schreibdienst']) who
where who in ('sitzungsgeld');
select is(pg_temp.pay(who), 'ERROR 42501', who || ' cannot even ask') from unnest(array['verwaltung', 'leserin', 'schreibdienst', 'gast']) who;
select is(pg_temp.ask('sitzungsgeld', format('select count(*) from council.%I', t)), 'ERROR 42501', 'no ' || t || ' for the fee clerk')
from unnest(array['fee_transfer', 'fee_bank_account']) t;
select is(pg_temp.ask('sitzungsgeld', q), 'ERROR RT003', 'nor by ' || q) from unnest(array[
  'select count(*) from api.open_balances(1, '''', current_date)', 'select api.transfer_number(''1'')', 'select api.drop_payment(1)',
  'select api.payment_sent(1)', 'select api.return_transfer(1, current_date, ''x'')', 'select api.seal_file(1, ''x'')']) q;
select is(pg_temp.ask('gast', 'select api.settle_balance(9, ''reclaim'', ''x'')'), 'ERROR 42501', 'a guest settles nothing');

-- What cannot be.
select is(pg_temp.pay('kasse', 'Kreis'), 'ERROR RT015', 'nothing for this payer');
select is(pg_temp.pay('kasse', '', council.today() - 1), 'ERROR 22023', 'not yesterday');
select is(pg_temp.pay('kasse', '', council.today(), 'pain.008'), 'ERROR 22023', 'no other format');
select is(pg_temp.ask('kasse', 'select count(*) from api.make_payment(99, '''', council.today(), ''pain.001.001.09'')'), 'ERROR RT005', 'no such municipality');
savepoint debtor;
update council.fee_setting set debtor_iban = 'DE00370501980000000077';
select is(pg_temp.pay('kasse'), 'ERROR RT015', 'not from a wrong account');
rollback to debtor;
select is((select count(*) from council.fee_file), 0::bigint, 'and nothing of it is kept');

-- Two runs in one transfer; who is left out says why.
select is(pg_temp.ask('kasse', 'select string_agg(concat(person_id, '' '', reason), '', '' order by person_id, payee) from api.open_balances(1, '''', council.today())'),
  '2 , 3 , 4 , 4 , 5 payee, 6 account, 7 iban, 8 hold, 9 negative, 10 zero', 'the look ahead says the same');
select is(pg_temp.pay('kasse'),
  '2:member=489.20, 3:member=494.70, 4:member=494.70, 4:employer=94.50, 5:member=234.60 payee, 6:member=234.60 account, 7:member=234.60 iban, '
  '8:member=234.60 hold, 9:member=-42.00 negative, 10:member=0.00 zero', 'a transfer a person and payee over both runs');
select is((select concat_ws(' ', entries, total, state, created_by, executed_on = council.today()) from council.fee_file where id::text = pg_temp.last_file()),
  '4 1573.10 made kasse t', 'the file knows its sums');
select is((select string_agg(concat_ws(' ', s.kind, s.person_id, s.amount, s.payee_id), ', ' order by s.id) from council.fee_settlement s where s.kind <> 'transfer'),
  'offset 10 0.00', 'what cancels out is settled');
select is((select string_agg(concat_ws('/', t.name, t.iban = pg_temp.iban(s.payee_id), t.bic, t.purpose), ', ' order by t.settlement_id)
  from council.fee_transfer t join council.fee_settlement s on s.id = t.settlement_id where s.person_id = 3),
  (select concat_ws(' ', nullif(given_name, ''), nullif(particle, ''), family_name) from council.person where id = 3) || '/t/COLSDE33XXX/Aufwandsentschädigung 10/2026-11/2026', 'name, account, months');
select is((select name::text from council.fee_transfer where iban = pg_temp.iban(9904)), 'Müller & Söhne GmbH', 'the employer gets its own');
select is((select bool_and(length(end_to_end) <= 35 and end_to_end ~ '^[A-Z0-9-]+$') from council.fee_transfer), true, 'identifiers a bank takes');
select is(pg_temp.wrong(), null, 'each settlement is worth its dues');
select is(pg_temp.pay('kasse'), 'ERROR RT015', 'a second time there is nothing');
select is(pg_temp.pay('kasse', 'Bezirk'), '3:member=10.00', 'the other payer has a file of its own');
select is(pg_temp.open_sum(), 4 * 234.60 - 42, 'the others stay open');

-- Dropped: open again; sealed and sent: not.
select is(pg_temp.ask('kasse', 'select api.drop_payment(' || pg_temp.last_file() || ')'), pg_temp.last_file(), 'a file is dropped');
select is(pg_temp.open_sum(), 4 * 234.60 - 42 + 10, 'its dues are open again');
select is(pg_temp.ask('kasse', 'select api.drop_payment(' || pg_temp.last_file() || ')'), 'ERROR RT012', 'once');
select is(pg_temp.pay('kasse', 'Bezirk'), '3:member=10.00', 'and paid by another');
select is(pg_temp.ask('kasse', 'select api.payment_sent(' || pg_temp.last_file() || ')'), 'ERROR RT012', 'what was not written is not sent');
select is(pg_temp.ask('kasse', 'select api.seal_file(' || pg_temp.last_file() || ', ''abc'')'),
  'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'the checksum');
select is(pg_temp.ask('kasse', 'select length(api.seal_file(' || pg_temp.last_file() || ', ''abc''))'), '64', 'the same again');
select is(pg_temp.ask('kasse', 'select api.seal_file(' || pg_temp.last_file() || ', ''abd'')'), 'ERROR RT004', 'another content is refused');
select is(pg_temp.ask('kasse', 'select api.return_transfer(api.transfer_number(end_to_end), council.today(), ''x'') from council.fee_transfer
  order by settlement_id desc limit 1'), 'ERROR RT012', 'nothing comes back before it was sent');
select is(pg_temp.ask('kasse', 'select api.payment_sent(' || pg_temp.last_file() || ')'), pg_temp.last_file(), 'sent');
select is(pg_temp.ask('kasse', q || '(' || pg_temp.last_file() || ')'), 'ERROR RT012', q || ' comes too late')
from unnest(array['select api.drop_payment', 'select api.payment_sent']) q;
select is(pg_temp.ask('kasse', 'select api.seal_file(' || pg_temp.last_file() || ', ''abc'')'), 'ERROR RT012', 'nor is it written again');
select is(pg_temp.ask('kasse', 'select api.drop_payment(0)'), 'ERROR RT005', 'no such file');

-- Returned: open again, paid by the next file under another identifier.
create function pg_temp.give_back(day text, why text) returns text
  language sql
as $$ select pg_temp.ask('kasse', format('select api.return_transfer(api.transfer_number((select end_to_end from council.fee_transfer
  order by settlement_id desc limit 1)), %s, %L)', day, why)) $$;
select is(pg_temp.give_back('council.today()', ' '), 'ERROR 22023', 'a reason is needed');
select is(pg_temp.give_back('council.today() + 1', 'x'), 'ERROR 22023', 'not tomorrow');
select is(pg_temp.give_back('council.today() - 400', 'x'), 'ERROR 22023', 'not before it was made');
select is(pg_temp.give_back('council.today()', 'Konto erloschen'), '10.00', 'returned');
select is(pg_temp.give_back('council.today()', 'noch einmal'), 'ERROR RT012', 'once');
select is(pg_temp.ask('kasse', 'select api.transfer_number(''gibt es nicht'')'), 'ERROR RT005', 'an unknown identifier');
select is((select concat_ws(' ', state, returned_on = council.today(), return_reason) from council.fee_settlement where kind = 'transfer' order by id desc limit 1),
  'returned t Konto erloschen', 'with day and reason');
select is(pg_temp.pay('kasse', 'Bezirk'), '3:member=10.00', 'the next file pays it');
select is((select count(distinct end_to_end) from council.fee_transfer t join council.fee_settlement s on s.id = t.settlement_id where s.person_id = 3 and s.payer = 'Bezirk'),
  3::bigint, 'each time under another identifier');
select is(pg_temp.wrong(), null, 'each settlement is worth its dues');

-- A negative balance: carried forward, set off, or settled by somebody else.
select is(pg_temp.ask('sitzungsgeld', 'select api.settle_balance(9, ''reclaim'', ''zurückgezahlt'')'), 'ERROR RT013', 'not by who calculated');
select is(pg_temp.ask('kasse', 'select api.settle_balance(9, ''reclaim'', '' '')'), 'ERROR 22023', 'not without a reason');
select is(pg_temp.ask('kasse', 'select api.settle_balance(9, ''forget'', ''x'')'), 'ERROR 22023', 'not otherwise');
select is(pg_temp.ask('kasse', 'select api.settle_balance(2, ''reclaim'', ''x'')'), 'ERROR RT015', 'not without a debt');
select is(pg_temp.ask('kasse', 'select api.settle_balance(5, ''write_off'', ''x'')'), 'ERROR RT015', 'nor with money to come');
savepoint carried;
\o /dev/null
select pg_temp.add_run(903, '[2026-12-01,2027-01-01)');
select pg_temp.add_item(903, 9, 901, 'month', '2026-12-01', 234.60);
select pg_temp.finish_run(903);
\o
select is(pg_temp.pay('kasse'), '5:member=234.60 payee, 6:member=234.60 account, 7:member=234.60 iban, 8:member=234.60 hold, 9:member=192.60', 'carried forward it is set off by the next run');
select is(pg_temp.wrong(), null, 'each settlement is worth its dues');
rollback to carried;
select is(pg_temp.ask('kasse', 'select api.settle_balance(9, ''write_off'', ''unbillig'')'), '-42.00', 'written off');
select is(pg_temp.open_sum(), 4 * 234.60, 'and settled');
select is(pg_temp.ask('kasse', 'select api.settle_balance(9, ''write_off'', ''unbillig'')'), 'ERROR RT015', 'once');

-- Committed is not released, simulations never.
savepoint unreleased;
\o /dev/null
select pg_temp.add_run(904, '[2027-01-01,2027-02-01)');
select pg_temp.add_item(904, 2, 901, 'month', '2027-01-01', 234.60);
select pg_temp.finish_run(904);
update council.fee_run set state = 'committed', released_at = null, released_by = null where id = 904;
\o
select is(pg_temp.pay('kasse'), 'ERROR RT015', 'a run that nobody released is not paid');
rollback to unreleased;

-- What was missing is there: the same dues are paid.
delete from council.fee_hold where person_id = 8;
update council.fee_bank_account set iban = pg_temp.iban(7) where payee_id = 9007;
select is(pg_temp.pay('kasse'), '5:member=234.60 payee, 6:member=234.60 account, 7:member=234.60, 8:member=234.60', 'what was mended is paid');
select is((select count(*) from (select end_to_end from council.fee_transfer group by 1 having count(*) > 1) x) + (select count(*) from (select message_id from council.fee_file group by 1 having count(*) > 1) x),
  0::bigint, 'no identifier twice');
select is(pg_temp.wrong(), null, 'each settlement is worth its dues');

select * from finish();
rollback;
