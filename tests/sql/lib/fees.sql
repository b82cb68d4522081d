-- Runs as if they had been calculated: a statute of four rules, payees, accounts, and two released runs of Musterstadt.
-- Person 2 to 4 are paid (4 has an employer too), 5 has no payee, 6 no account, 7 a wrong one, 8 is held, 9 owes, 10 is even.
-- What the demonstration has of fees goes first: facts and a statute, no run.
set client_min_messages = warning;
truncate council.statute, council.fee_payee, council.fee_setting, council.fee_claim, council.fee_hold, council.fee_meeting, council.fee_assignment,
  council.fee_distance, council.fee_evidence, council.fee_working_hours, council.fee_correction, council.fee_confirmation, council.body_size cascade;
create function pg_temp.iban(n bigint) returns text
  language sql
as $$
  select 'DE' || lpad((98 - ((37050198::bigint * 10000000000 + n)::numeric * 1000000 + 131400) % 97)::text, 2, '0') || '37050198' || lpad(n::text, 10, '0')
$$;

insert into council.fee_setting (body_id, debtor_name, debtor_iban, debtor_bic, purpose)
values (1, 'Stadt Musterstadt', pg_temp.iban(77), 'COLSDE33XXX', 'Aufwandsentschädigung');
insert into council.statute (id, body_id, name, title, source, valid, state, in_force)
values (900, 1, 'probe_2026', 'Entschädigungssatzung', 'Probe', '[2026-01-01,)', 'in_force', '{[2026-01-01,)}');
insert into council.fee_tax_class (statute_id, name, label, paragraph, free_over, free_under, at_least)
values (900, 'ehrenamt', 'Ehrenamt', 'R 3.12 LStR', 1, 3, 250);
insert into council.fee_rule (id, statute_id, name, label, paragraph, place, valid, pay, amount, account, cost_centre, wage_type, payer,
  tax_class, payee, claim, claimed)
values
  (901, 900, 'pauschale', 'Monatspauschale', '§ 2 Abs. 1', 1, '[2026-01-01,)', 'monthly', 234.60, '5421100', '1111', '2010', '',
    'ehrenamt', 'member', null, false),
  (902, 900, 'sitzung', 'Sitzungsgeld', '§ 2 Abs. 3', 2, '[2026-01-01,)', 'meeting', 25.50, '5421200', '1111', '2020', '', 'ehrenamt',
    'member', null, false),
  (903, 900, 'verdienst', 'Verdienstausfall', '§ 6', 3, '[2026-01-01,)', 'claim', null, '5421300', '1112', '2030', '', null, 'employer',
    'loss_proven', true),
  (904, 900, 'bezirk', 'Bezirksgeld', '§ 3', 4, '[2026-01-01,)', 'monthly', 10, '5421400', '2222', '2040', 'Bezirk', 'ehrenamt', 'member', null,
    false);

insert into council.fee_payee (id, person_id, kind, name, personnel_number, tax_number, street_address, postal_code, locality, valid)
select 9000 + p.id, p.id, 'member', concat_ws(' ', nullif(p.given_name, ''), nullif(p.particle, ''), p.family_name), 'P' || p.id, '133/' || p.id, 'Rathausplatz ' || p.id,
  '12345', 'Musterstadt', '[2026-01-01,)'
from council.person p where p.id in (2, 3, 4, 6, 7, 8, 9, 10);
insert into council.fee_payee (id, person_id, kind, name, valid) values (9904, 4, 'employer', 'Müller & Söhne GmbH', '[2026-01-01,)');
insert into council.fee_bank_account (payee_id, iban, bic, valid)
select y.id, case y.person_id when 7 then 'DE00370501980000000007' else pg_temp.iban(y.id) end,
  case y.person_id when 3 then 'COLSDE33XXX' else '' end, '[2026-01-01,)'
from council.fee_payee y where y.person_id <> 6 and y.id > 9000;
insert into council.fee_hold (person_id, kind, valid, reason) values (8, 'hold', '[2026-01-01,)', 'Klärung des Wohnsitzes');

-- The sums of a run follow from its items.
create function pg_temp.finish_run(run bigint) returns void
  language sql
as $$
  insert into council.fee_run_person (run_id, person_id, amount)
  select i.run_id, i.person_id, sum(i.amount) from council.fee_item i where i.run_id = run group by 1, 2;
  insert into council.fee_due (run_id, person_id, payee, payer, amount)
  select i.run_id, i.person_id, r.payee, r.payer, sum(i.amount)
  from council.fee_item i join council.fee_rule r on r.id = i.rule_id where i.run_id = run group by 1, 2, 3, 4;
  update council.fee_run u set amount = (select sum(i.amount) from council.fee_item i where i.run_id = run) where u.id = run;
$$;
create function pg_temp.add_run(run bigint, month daterange) returns void
  language sql
as $$
  insert into council.fee_run (id, body_id, period, calculated, state, created_by, committed_at, committed_by, released_at, released_by)
  values (run, 1, month, month, 'released', 'sitzungsgeld', now(), 'sitzungsgeld', now(), 'verwaltung');
  insert into council.fee_run_statute (run_id, statute_id) values (run, 900);
$$;
-- An item of one rule; paid is what was paid for the same earlier.
create function pg_temp.add_item(run bigint, person bigint, rule bigint, basis text, on_day date, sum numeric, paid numeric default 0,
  rate numeric default null, quantity numeric default null) returns void
  language sql
as $$
  insert into council.fee_item (run_id, person_id, rule_id, rule_name, basis, basis_id, day, amount, fresh, before, rate, quantity)
  select run, person, rule, r.name, basis, to_char(on_day, 'YYYYMMDD')::bigint, on_day, sum, sum + paid, paid, rate, quantity
  from council.fee_rule r where r.id = rule;
$$;

select pg_temp.add_run(901, '[2026-10-01,2026-11-01)');
select pg_temp.add_item(901, p, 901, 'month', '2026-10-01', 234.60, 0, 234.60, 1) from generate_series(2, 8) p;
select pg_temp.add_item(901, p, 902, 'meeting', '2026-10-14', 25.50, 0, 25.50, 1) from generate_series(2, 4) p;
select pg_temp.add_item(901, 4, 903, 'claim', '2026-10-14', 94.50, 0, 31.50, 3);
select pg_temp.add_item(901, 9, 902, 'meeting', '2026-10-14', -42.00, 42.00);
select pg_temp.add_item(901, 10, 902, 'meeting', '2026-10-14', 25.50), pg_temp.add_item(901, 10, 902, 'meeting', '2026-10-15', -25.50, 25.50);
select pg_temp.add_item(901, 3, 904, 'month', '2026-10-01', 10.00, 0, 10, 1);
select pg_temp.finish_run(901);
select pg_temp.add_run(902, '[2026-11-01,2026-12-01)');
select pg_temp.add_item(902, p, 901, 'month', '2026-11-01', 234.60, 0, 234.60, 1) from generate_series(2, 4) p;
select pg_temp.add_item(902, 2, 902, 'meeting', '2026-10-14', -5.50, 25.50);
select pg_temp.finish_run(902);
