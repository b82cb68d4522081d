set local role ratstisch_owner;

-- Payment: what released runs owe becomes transfers of a file for the bank. Everything that settles something locks the row
-- of the municipality first: two payments never take the same due, and the runs that count are named once per payment, so that
-- one released meanwhile is paid by the next.

create or replace function council.is_bic(bic text) returns boolean
  language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp
  return bic ~ '^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$';
comment on function council.is_bic(text) is 'Has it the form of a BIC?';

-- What these runs still owe by person and payee, with where it would go; reason '': it can be paid.
create or replace function council.payment_rows(runs bigint[], payer text, executed_on date)
  returns table (person_id bigint, person text, payee text, amount numeric, months daterange, payee_id bigint, name text,
    iban text, bic text, reason text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select w.person_id, p.name, w.payee, w.amount, w.months, y.id, y.name::text, upper(replace(b.iban, ' ', '')),
    upper(replace(b.bic, ' ', '')),
    case when w.amount = 0 then 'zero'
      when w.amount < 0 then 'negative'
      when exists (select from council.fee_hold h where h.person_id = w.person_id and h.kind = 'hold'
        and h.rule_name is null and h.valid @> council.today()) then 'hold'
      when y.id is null then 'payee'
      when b.id is null then 'account'
      when council.iban_fault(b.iban) <> '' then 'iban'
      when b.bic <> '' and not council.is_bic(upper(replace(b.bic, ' ', ''))) then 'bic'
      when w.amount > 999999999.99 then 'amount'
      else '' end
  from (
    select d.person_id, d.payee, sum(d.amount) as amount, range_merge(range_agg(r.period)) as months
    from council.fee_due d join council.fee_run r on r.id = d.run_id
    where d.run_id = any (payment_rows.runs) and d.payer = payment_rows.payer and d.settlement_id is null
    group by d.person_id, d.payee) w
  join council.person p on p.id = w.person_id
  left join council.fee_payee y on y.person_id = w.person_id and y.kind = w.payee and y.valid @> payment_rows.executed_on
  left join council.fee_bank_account b on b.payee_id = y.id and b.valid @> payment_rows.executed_on
$$;
comment on function council.payment_rows(bigint[], text, date) is
  'Open balances by person and payee with the account they go to, or the reason why they are not paid.';

create or replace function council.released_runs(body bigint) returns bigint[]
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select coalesce(array_agg(r.id), '{}') from council.fee_run r
  where r.body_id = released_runs.body and r.state = 'released' and r.kind = 'regular'
$$;
comment on function council.released_runs(bigint) is 'The runs of a municipality whose dues may be paid.';

create or replace function council.months_text(months daterange) returns text
  language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp
  return to_char(lower(months), 'MM/YYYY') || case when date_trunc('month', lower(months)) <> date_trunc('month', upper(months) - 1)
    then '-' || to_char(upper(months) - 1, 'MM/YYYY') else '' end;
comment on function council.months_text(daterange) is '10/2026, or 09/2026-10/2026.';

-- Locks the municipality of a payment; refuses one that is not there.
create or replace function council.lock_body(body bigint) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  -- Who has waited must see what was committed meanwhile: with one picture for the whole transaction two runs (or payments) would each
  -- count what the other has counted.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = '25000', message = council.say('so wird hier nicht gerechnet und gezahlt'),
      detail = format(council.say('Die Transaktion ist "%s".'), current_setting('transaction_isolation')), hint = council.say('In "read committed" wiederholen.');
  end if;
  perform from council.body b where b.id = lock_body.body for no key update;
  if not found then
    raise exception using errcode = 'RT005', message = council.say('diese Kommune gibt es nicht'), detail = format(council.say('Nummer %s.'), lock_body.body);
  end if;
end
$$;
comment on function council.lock_body(bigint) is 'One run or payment of a municipality after the other; what refers to the municipality is not held up.';

create or replace function api.open_balances(body bigint, payer text, executed_on date)
  returns table (person_id bigint, person text, payee text, amount numeric, reason text)
  language plpgsql stable security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  perform council.require_fees('bank');
  return query select r.person_id, r.person, r.payee, r.amount, r.reason
    from council.payment_rows(council.released_runs(open_balances.body), open_balances.payer, open_balances.executed_on) r
    order by r.person, r.person_id, r.payee;
end
$$;
comment on function api.open_balances(bigint, text, date) is
  'What a payment on that day would take (reason empty), and what not: negative, hold, payee, account, iban, bic, amount, zero.';

create or replace function api.make_payment(body bigint, payer text, executed_on date, format text)
  returns table (file_id bigint, person_id bigint, person text, payee text, amount numeric, end_to_end text, reason text)
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_column
declare
  runs bigint[];
  new_file bigint := nextval('council.fee_file_id_seq');
  message text := concat('RT', to_char(now() at time zone 'UTC', 'YYYYMMDDHH24MISS'), '-', new_file);
  own council.fee_setting;
  others text;
begin
  perform council.require_fees('bank');
  perform council.lock_body(make_payment.body);
  select * into own from council.fee_setting s where s.body_id = make_payment.body;
  if make_payment.format not in ('pain.001.001.09', 'pain.001.001.03') or make_payment.format is null then
    raise exception using errcode = '22023', message = council.say('diese Form einer Zahlungsdatei gibt es nicht'),
      detail = coalesce(make_payment.format, '-'), hint = council.say('pain.001.001.09 oder pain.001.001.03.');
  elsif make_payment.executed_on is null or make_payment.executed_on < council.today() then
    raise exception using errcode = '22023', message = council.say('der Tag der Ausführung liegt zurück'),
      detail = coalesce(to_char(make_payment.executed_on, 'DD.MM.YYYY'), '-'), hint = council.say('Heute oder ein späterer Bankarbeitstag.');
  elsif coalesce(own.debtor_name, '') = '' or council.iban_fault(own.debtor_iban) <> ''
    or (own.debtor_bic <> '' and not council.is_bic(own.debtor_bic)) then
    raise exception using errcode = 'RT015', message = council.say('das Konto, von dem gezahlt wird, fehlt oder ist falsch'),
      hint = council.say('Name, IBAN und BIC der Kommune in den Einstellungen der Entschädigungen prüfen.');
  end if;
  runs := council.released_runs(make_payment.body);
  insert into council.fee_file (id, body_id, kind, format, message_id, payer, executed_on, entries, total)
  values (new_file, make_payment.body, 'sepa', make_payment.format, message, make_payment.payer, make_payment.executed_on, 0, 0);

  return query
    with candidate as materialized (
      select * from council.payment_rows(runs, make_payment.payer, make_payment.executed_on)),
    settled as (
      insert into council.fee_settlement (person_id, kind, file_id, payee_id, payee, payer, amount)
      select c.person_id, 'transfer', new_file, c.payee_id, c.payee, make_payment.payer, c.amount from candidate c where c.reason = ''
      returning id, person_id, payee),
    moved as (
      insert into council.fee_transfer (settlement_id, end_to_end, name, iban, bic, purpose)
      select s.id, concat(message, '-', row_number() over (order by c.person, c.person_id, c.payee)), c.name, c.iban, c.bic,
        concat(coalesce(nullif(own.purpose, ''), 'Entschädigung Ehrenamt'), ' ', council.months_text(c.months),
          case when c.payee = 'employer' then ' ' || c.person end)
      from settled s join candidate c on c.person_id = s.person_id and c.payee = s.payee
      returning settlement_id, end_to_end),
    paid as (
      update council.fee_due d set settlement_id = s.id
      from settled s
      where d.person_id = s.person_id and d.payee = s.payee and d.payer = make_payment.payer and d.run_id = any (runs)
        and d.settlement_id is null)
    select new_file, c.person_id, c.person, c.payee, c.amount, m.end_to_end::text, c.reason
    from candidate c
    left join settled s on s.person_id = c.person_id and s.payee = c.payee
    left join moved m on m.settlement_id = s.id
    order by c.person, c.person_id, c.payee;

  update council.fee_file f set entries = t.entries, total = t.total
  from (select count(*) as entries, sum(s.amount) as total from council.fee_settlement s where s.file_id = new_file) t
  where f.id = new_file and t.entries > 0;
  if not found then
    select string_agg(distinct case when d.payer = '' then '-' else d.payer end, ', ') into others
    from council.fee_due d where d.run_id = any (runs) and d.settlement_id is null and d.payer <> make_payment.payer and d.amount > 0;
    raise exception using errcode = 'RT015', message = council.say('es ist nichts zu zahlen'),
      detail = case when others is null then 'Freigegeben und offen ist nichts, was überwiesen werden kann.'
        else format('Offen ist etwas für andere Zahlstellen: %s.', others) end,
      hint = council.say('Läufe freigeben; was einzelnen Personen fehlt, nennt die Liste der offenen Beträge.');
  end if;
  perform council.offset_balances(runs, make_payment.payer);
end
$$;
comment on function api.make_payment(bigint, text, date, text) is
  'A file of one transfer per person, payee and payer over all that released runs owe; rows with a reason were left out and stay open.';

-- Amounts that cancel out exactly are settled without a transfer.
create or replace function council.offset_balances(runs bigint[], payer text) returns void
  language sql
  set search_path = pg_catalog, council, pg_temp
as $$
  with balance as (
    select d.person_id, d.payee from council.fee_due d
    where d.run_id = any (offset_balances.runs) and d.payer = offset_balances.payer and d.settlement_id is null
    group by d.person_id, d.payee having sum(d.amount) = 0),
  settled as (
    insert into council.fee_settlement (person_id, kind, payee, payer, amount)
    select b.person_id, 'offset', b.payee, offset_balances.payer, 0 from balance b
    returning id, person_id, payee)
  update council.fee_due d set settlement_id = s.id
  from settled s
  where d.person_id = s.person_id and d.payee = s.payee and d.payer = offset_balances.payer
    and d.run_id = any (offset_balances.runs) and d.settlement_id is null
$$;
comment on function council.offset_balances(bigint[], text) is 'Settles what cancels out.';

-- A file locked for a change of its state, refused in another state.
create or replace function council.lock_file(file bigint, wanted_state text) returns council.fee_file
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  f council.fee_file;
begin
  select * into f from council.fee_file x where x.id = lock_file.file;
  perform council.require_fees(case when f.kind = 'posting' then 'fees' else 'bank' end);
  if f.id is null then
    raise exception using errcode = 'RT005', message = council.say('diese Datei gibt es nicht'), detail = format(council.say('Nummer %s.'), lock_file.file);
  end if;
  perform council.lock_body(f.body_id);
  select * into f from council.fee_file x where x.id = lock_file.file for update;
  if f.state <> wanted_state then
    raise exception using errcode = 'RT012',
      message = case when f.state = 'dropped' then council.say('diese Datei ist verworfen')
        when f.state = 'sent' and f.kind = 'posting' then council.say('diese Datei ist schon bei der Kasse')
        when f.state = 'sent' then council.say('diese Datei ist schon bei der Bank')
        when f.kind = 'posting' then council.say('diese Datei ist noch nicht bei der Kasse')
        else council.say('diese Datei ist noch nicht bei der Bank') end,
      detail = format(council.say('Datei %s (%s).'), f.id, f.message_id),
      hint = case f.state when 'sent' then case f.kind when 'sepa' then council.say('Was die Bank zurückgibt, wird als Rückgabe gebucht.')
          else council.say('Was darin falsch ist, bucht der nächste Lauf als Unterschied.') end
        when 'made' then council.say('Zuerst festhalten, dass sie übergeben ist.') else council.say('Eine neue Datei erzeugen.') end;
  end if;
  return f;
end
$$;
comment on function council.lock_file(bigint, text) is 'The file, locked with its municipality, if it is in that state.';

create or replace function api.drop_payment(file bigint) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  f council.fee_file := council.lock_file(drop_payment.file, 'made');
begin
  update council.fee_due d set settlement_id = null
  from council.fee_settlement s where s.file_id = f.id and d.settlement_id = s.id;
  update council.fee_settlement s set state = 'dropped' where s.file_id = f.id;
  update council.fee_file x set state = 'dropped' where x.id = f.id;
  return f.id;
end
$$;
comment on function api.drop_payment(bigint) is 'Takes a file back that the bank has not got: what it would have paid is open again.';

create or replace function api.payment_sent(file bigint) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  f council.fee_file := council.lock_file(payment_sent.file, 'made');
begin
  if f.sha256 is null then
    raise exception using errcode = 'RT012', message = council.say('diese Datei ist noch nicht geschrieben'), detail = format(council.say('Datei %s.'), f.id);
  end if;
  update council.fee_file x set state = 'sent', sent_at = now(), sent_by = council.invoker() where x.id = f.id;
  return f.id;
end
$$;
comment on function api.payment_sent(bigint) is 'The bank (or the treasury) has the file: it is never written or dropped again.';

create or replace function api.transfer_number(transfer text) returns bigint
  language plpgsql stable security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  found_id bigint;
begin
  perform council.require_fees('bank');
  select t.settlement_id into found_id from council.fee_transfer t
  where t.end_to_end = transfer or (transfer ~ '^[0-9]{1,18}$' and t.settlement_id = case when transfer ~ '^[0-9]{1,18}$' then transfer::bigint end);
  if found_id is null then
    raise exception using errcode = 'RT005', message = council.say('diese Überweisung gibt es nicht'), detail = left(transfer, 60),
      hint = council.say('Die Nummer oder die Ende-zu-Ende-Kennung aus dem Kontoauszug.');
  end if;
  return found_id;
end
$$;
comment on function api.transfer_number(text) is 'A transfer by its number or its end-to-end identifier.';

create or replace function api.return_transfer(settlement bigint, returned_on date, reason text) returns numeric
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  s council.fee_settlement;
  f council.fee_file;
begin
  perform council.require_fees('bank');
  select * into s from council.fee_settlement x where x.id = return_transfer.settlement and x.kind = 'transfer';
  if s.id is null then
    raise exception using errcode = 'RT005', message = council.say('diese Überweisung gibt es nicht'),
      detail = format(council.say('Nummer %s.'), return_transfer.settlement);
  elsif coalesce(btrim(return_transfer.reason), '') = '' or return_transfer.returned_on is null then
    raise exception using errcode = '22023', message = council.say('eine Rückgabe braucht Tag und Grund');
  end if;
  f := council.lock_file(s.file_id, 'sent');
  select * into s from council.fee_settlement x where x.id = s.id for update;
  if s.state <> 'done' then
    raise exception using errcode = 'RT012', message = council.say('diese Überweisung ist schon zurückgegeben'),
      detail = format(council.say('am %s: %s'), to_char(s.returned_on, 'DD.MM.YYYY'), s.return_reason);
  elsif return_transfer.returned_on > council.today() or return_transfer.returned_on < f.created_at::date then
    raise exception using errcode = '22023', message = council.say('an diesem Tag kann die Bank nichts zurückgegeben haben'),
      detail = to_char(return_transfer.returned_on, 'DD.MM.YYYY');
  end if;
  update council.fee_due d set settlement_id = null where d.settlement_id = s.id;
  update council.fee_settlement x set state = 'returned', returned_on = return_transfer.returned_on,
    return_reason = return_transfer.reason
  where x.id = s.id;
  return s.amount;
end
$$;
comment on function api.return_transfer(bigint, date, text) is 'The bank gave a transfer back: what it paid is open again, and the next file pays it.';

create or replace function api.settle_balance(person bigint, kind text, reason text) returns numeric
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  whose bigint;
  runs bigint[];
  b record;
  new_id bigint;
  settled numeric := 0;
begin
  perform council.require_fees('fees');
  if settle_balance.kind is null or settle_balance.kind not in ('reclaim', 'write_off') then
    raise exception using errcode = '22023', message = council.say('so wird kein Betrag ausgeglichen'), detail = settle_balance.kind,
      hint = council.say('reclaim: zurückgezahlt; write_off: erlassen.');
  elsif coalesce(btrim(settle_balance.reason), '') = '' then
    raise exception using errcode = '22023', message = council.say('ein Ausgleich braucht einen Grund');
  end if;
  select p.body_id into whose from council.person p where p.id = settle_balance.person;
  perform council.lock_body(whose);
  runs := council.released_runs(whose);
  for b in
    select d.payee, d.payer, sum(d.amount) as amount, array_agg(d.run_id) as runs
    from council.fee_due d
    where d.person_id = settle_balance.person and d.run_id = any (runs) and d.settlement_id is null
    group by d.payee, d.payer having sum(d.amount) < 0
    order by d.payee, d.payer
  loop
    if exists (select from council.fee_run r where r.id = any (b.runs) and council.invoker() in (r.created_by, r.committed_by)) then
      raise exception using errcode = 'RT013', message = council.say('das muss jemand anderes entscheiden'),
        detail = format(council.say('"%s" hat den Lauf selbst gerechnet.'), council.invoker()),
        hint = council.say('Zwei Personen: wer rechnet, gleicht nicht aus.');
    end if;
    insert into council.fee_settlement (person_id, kind, payee, payer, amount, reason)
    values (settle_balance.person, settle_balance.kind, b.payee, b.payer, b.amount, settle_balance.reason)
    returning id into new_id;
    update council.fee_due d set settlement_id = new_id
    where d.person_id = settle_balance.person and d.payee = b.payee and d.payer = b.payer and d.run_id = any (runs)
      and d.settlement_id is null;
    settled := settled + b.amount;
  end loop;
  if settled = 0 then
    raise exception using errcode = 'RT015', message = council.say('diese Person hat nichts zurückzuzahlen'),
      hint = council.say('Ausgeglichen wird nur, was insgesamt zu viel gezahlt ist.');
  end if;
  return settled;
end
$$;
comment on function api.settle_balance(bigint, text, text) is
  'Settles what a person got too much: reclaim (paid back) or write_off, with reason, by somebody else than who calculated.';

create or replace function api.seal_file(file bigint, content bytea) returns text
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  f council.fee_file := council.lock_file(seal_file.file, 'made');
  sum bytea := sha256(seal_file.content);
begin
  if f.sha256 is null then
    update council.fee_file x set sha256 = sum where x.id = f.id;
  elsif f.sha256 <> sum then
    raise exception using errcode = 'RT004', message = council.say('die Datei wäre heute eine andere'),
      detail = format(council.say('Datei %s (%s): die Prüfsumme ist nicht die von damals.'), f.id, f.message_id),
      hint = council.say('Name oder Konto der Kommune (oder die Vorlage) sind geändert: verwerfen und neu erzeugen.');
  end if;
  return encode(sum, 'hex');
end
$$;
comment on function api.seal_file(bigint, bytea) is 'Keeps the checksum of a file, and refuses (RT004) another content later.';

-- The bank side of rows that the fee clerk enters: from which account the municipality pays, and to whom a stored account
-- belongs. With the right fees alone either could send money elsewhere.
create or replace function council.guard_bank_side() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{"debtor_name": "", "debtor_iban": "", "debtor_bic": ""}' end;
  is_now jsonb := to_jsonb(new);
  changed boolean;
begin
  if council.may(null, 'bank') or not exists (select from council.account a where a.login = council.invoker()) then
    return new; -- or whoever lays the database
  end if;
  changed := case tg_table_name when 'fee_setting' then (was -> 'debtor_name', was -> 'debtor_iban', was -> 'debtor_bic')
      is distinct from (is_now -> 'debtor_name', is_now -> 'debtor_iban', is_now -> 'debtor_bic')
    else (was -> 'person_id', was -> 'kind') is distinct from (is_now -> 'person_id', is_now -> 'kind')
      and exists (select from council.fee_bank_account b where b.payee_id = (is_now ->> 'id')::bigint) end;
  if changed then
    raise exception using errcode = 'RT003', message = council.say('das ändert nur, wer das Recht auf Bankdaten hat'),
      detail = case tg_table_name when 'fee_setting' then 'Das Konto, von dem gezahlt wird.' else 'Zu diesem Empfänger gehört ein Konto.' end,
      hint = council.say('Bitten Sie jemanden mit dem Recht „Sitzungsgeld mit Bankdaten“.');
  end if;
  return new;
end
$$;
create or replace trigger bank_side before insert or update on council.fee_setting
  for each row execute function council.guard_bank_side();
create or replace trigger bank_side before update on council.fee_payee
  for each row execute function council.guard_bank_side();
