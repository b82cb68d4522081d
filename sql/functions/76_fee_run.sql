set local role ratstisch_owner;

-- Fees, third part: runs. A run calculates everything anew from the begin of its days to the end of its period and keeps what
-- differs from all committed items, so that running twice creates nothing, and a late change or a retroactive statute creates
-- the difference and nothing else. Committed items are never changed (trigger fee_item_guard).

create or replace function council.require_fees(needed text) returns void
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  if not council.may(null, needed) then
    raise exception using errcode = 'RT003', message = council.say('dazu fehlt Ihnen das Recht'),
      detail = format(council.say('Konto "%s", Recht "%s".'), council.invoker(), needed),
      hint = council.say('Die Verwaltung des Programms vergibt Rechte.');
  end if;
end
$$;
comment on function council.require_fees(text) is 'Refuses whoever has not the right fees (or bank).';

-- The run of an identifier, locked together with its municipality: runs of one municipality go one after the other.
create or replace function council.lock_fee_run(run_id bigint, wanted text) returns council.fee_run
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  found_run council.fee_run;
begin
  perform council.lock_body(r.body_id) from council.fee_run r where r.id = run_id;
  select * into found_run from council.fee_run r where r.id = run_id for update;
  if not found or found_run.state <> wanted or found_run.kind <> 'regular' then
    raise exception using errcode = 'RT012', message = council.say('dieser Lauf ist nicht in dem Zustand dafür'),
      detail = format(council.say('Lauf %s: %s, nötig: %s.'), run_id, case when found_run.id is null then 'gibt es nicht'
        when found_run.kind <> 'regular' then 'Simulation' else api.code_label('fee_run_state', found_run.state) end,
        api.code_label('fee_run_state', wanted)),
      hint = council.say('Die Liste der Läufe zeigt, was als Nächstes möglich ist.');
  end if;
  return found_run;
end
$$;

-- First day that a run calculates anew: as set; otherwise the first day that any committed run has calculated, but not
-- before the year before the run. The first run of all begins with its own period.
create or replace function council.fee_calculate_from(body bigint, first date) returns date
  language sql stable
  set search_path = pg_catalog, council, pg_temp
begin atomic
  select coalesce(
    (select least(s.calculate_from, first) from council.fee_setting s where s.body_id = body and s.calculate_from is not null),
    greatest(least(first, (select min(lower(r.calculated)) from council.fee_run r
        where r.body_id = body and r.kind = 'regular' and r.state <> 'dry')),
      (date_trunc('year', first) - interval '1 year')::date));
end;

-- Corrections by hand, after limits: the amount, and for a pair the same taken from whoever was paid wrongly.
create or replace function council.fee_load_corrections(body bigint, days daterange) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
begin
  insert into work_item (work_id, person_id, basis, basis_id, day, exact, net)
  select w.id, v.person_id, 'correction', c.id, c.day, v.amount, v.amount
  from council.fee_correction c
  join council.person p on p.id = c.person_id and p.body_id = body
  cross join lateral (values (c.person_id, c.amount), (c.instead_of_id, -c.amount)) v (person_id, amount)
  join work_rule w on w.name = c.rule_name and w.valid @> c.day
  where c.day <@ days and v.person_id is not null;
  insert into work_gap (person_id, kind, blocks, day, rule_name, detail)
  select c.person_id, 'no_rule', false, c.day, c.rule_name, 'Korrektur'
  from council.fee_correction c
  join council.person p on p.id = c.person_id and p.body_id = body
  where c.day <@ days and not exists (select from work_rule w where w.name = c.rule_name and w.valid @> c.day);
end
$$;

-- What rounding leaves of a yearly amount comes with its last month.
create or replace function council.fee_round_items() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  if exists (select from work_rule w where w.pay = 'yearly') then
    update work_item i set rest = x.rest
    from work_rule y, (
      select f.person_id, f.rule_name, max(f.day) as day,
        council.fee_round(sum(f.exact - coalesce(f.cut, 0)), max(w.step), max(w.mode)) - sum(f.fresh) as rest
      from work_fresh f join work_rule w on w.rule_id = f.rule_id and w.pay = 'yearly'
      group by f.person_id, f.rule_name, date_trunc('year', f.day)) x
    where y.id = i.work_id and y.pay = 'yearly' and x.person_id = i.person_id and x.rule_name = y.name and x.day = i.day and x.rest <> 0
      and (extract(month from i.day) = 12 or not exists (select from work_lump l join work_rule w on w.id = l.work_id
        where l.person_id = i.person_id and w.name = y.name and l.valid && daterange((i.day + interval '1 month')::date, null)));
  end if;
end
$$;

-- What the fresh calculation has more or less than all that was committed, as items of a run.
create or replace function council.fee_store_items(run council.fee_run) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
begin
  insert into council.fee_item (run_id, person_id, rule_id, rule_name, basis, basis_id, day, amount, fresh, before, rate, quantity, minutes,
    share, days, exact, cut, cut_by, since, until, substitute_for_id)
  select run.id, person_id, coalesce(f.rule_id, b.rule_id), rule_name, basis, basis_id, coalesce(f.day, b.day),
    coalesce(f.fresh, 0) - coalesce(b.before, 0), coalesce(f.fresh, 0), coalesce(b.before, 0), f.rate, f.quantity, f.minutes,
    f.share, f.days, f.exact, f.cut, case when f.rule_id is null then 'gone' else f.cut_by end, f.since, f.until, f.substitute_for_id
  from (select w.* from work_fresh w offset 0) f -- rounded once, not wherever it is used
  full join (
    select i.person_id, i.rule_name, i.basis, i.basis_id, sum(i.amount) as before, max(i.rule_id) as rule_id, max(i.day) as day
    from council.fee_item i join council.fee_run r on r.id = i.run_id and r.state <> 'dry'
    where r.body_id = run.body_id and r.kind = 'regular'
      and (i.day <@ run.calculated
        -- Of the month after, what is paid in advance; the rest of a later run is not this one's.
        or i.day >= upper(run.calculated) and i.day < upper(run.calculated) + 31 and exists (select from council.fee_rule u
          where u.id = i.rule_id and u.due = 'advance' and i.basis = 'month')
        or i.basis = 'once' and (i.person_id, i.rule_name, i.basis_id) in
          (select o.person_id, o.rule_name, o.basis_id from work_fresh o where o.basis = 'once'))
    group by i.person_id, i.rule_name, i.basis, i.basis_id) b using (person_id, rule_name, basis, basis_id)
  where coalesce(f.fresh, 0) <> coalesce(b.before, 0) or b.before is null and f.exact > 0
  order by person_id, coalesce(f.day, b.day), f.place, basis collate "C", basis_id;
end
$$;

-- What is striking, beside what is missing.
create or replace function council.fee_find_oddities(run council.fee_run) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
#variable_conflict use_variable
begin
  insert into work_gap (person_id, kind, blocks, day, meeting_id, detail)
  with overlapping as ( -- from the first coming to the last going, of few persons; then to the minute
    select distinct x.person_id
    from (
      select a.person_id, a.since, max(a.until) over (partition by a.person_id order by a.since
        rows between unbounded preceding and 1 preceding) as earlier_ends
      from work_attended a where a.day <@ run.period) x
    where x.since < x.earlier_ends)
  select distinct x.person_id, 'double', false, m.day, case m.basis when 'meeting' then m.id end,
    to_char(x.begins at time zone 'Europe/Berlin', 'HH24:MI')
  from (
    select t.no, t.person_id, t.since as begins,
      max(t.until) over (partition by t.person_id order by t.since, t.no rows between unbounded preceding and 1 preceding) as earlier_ends
    from work_stretch t
    where t.since < t.until and t.person_id in (select o.person_id from overlapping o)
      and t.no in (select m.no from work_meeting m where m.day <@ run.period)) x
  join work_meeting m on m.no = x.no
  where x.begins < x.earlier_ends;
  insert into work_gap (person_id, kind, blocks, day, meeting_id)
  select a.person_id, 'after_end', false, a.day, case m.basis when 'meeting' then m.id end
  from work_attended a
  join work_meeting m on m.no = a.no
  where a.day <@ run.period and not a.is_member and a.substitute_for_id is null
    and exists (select from council.membership k
      where k.person_id = a.person_id and k.organization_id = any (m.organizations) and upper(k.valid) <= a.day);
  insert into work_gap (person_id, kind, blocks, rule_name, day)
  select distinct y.person_id, 'condition', false, w.name, lower(y.valid * run.period)
  from work_who y join work_rule w on w.id = y.work_id
  where not y.excepted and y.valid && run.period
    and exists (select from council.fee_rule_when h where h.rule_id = w.rule_id)
    and exists (select from council.fee_rule_who h where h.rule_id = w.rule_id and h.function_name is not null)
    and not exists (select from work_entitled e where e.work_id = y.work_id and e.person_id = y.person_id and e.valid && (y.valid * run.period));
  insert into work_gap (person_id, kind, blocks)
  select distinct a.person_id, 'no_claim', false
  from work_attended a
  where a.day <@ run.period and a.confirmed
    and exists (select from council.fee_claim c where c.person_id = a.person_id and c.kind <> 'other'
      and c.day >= (lower(run.period) - interval '3 months')::date and c.day < lower(run.period))
    and not exists (select from council.fee_claim c where c.person_id = a.person_id and c.kind <> 'other' and c.day <@ run.period);
  -- A hold of one rule: its items wait. Of all rules: paid out later.
  insert into work_gap (person_id, kind, blocks, rule_name, detail)
  select distinct h.person_id, 'hold', h.rule_name is null, h.rule_name, h.reason
  from council.fee_hold h join work_fresh f on f.person_id = h.person_id and (h.rule_name is null or h.rule_name = f.rule_name)
  where h.kind = 'hold' and h.valid @> council.today() and f.day <@ h.valid;
  delete from work_item i using work_rule w, council.fee_hold h
  where w.id = i.work_id and h.person_id = i.person_id and h.kind = 'hold' and h.rule_name = w.name and h.valid @> council.today()
    and i.day <@ h.valid
    and not exists (select from council.fee_item o join council.fee_run r on r.id = o.run_id and r.state <> 'dry'
      where o.person_id = i.person_id and o.rule_name = w.name and o.basis = i.basis and o.basis_id = i.basis_id);
end
$$;

-- Money that can go nowhere: no payee or no valid account on the last day. Asked only where transfers are made.
create or replace function council.fee_find_bank_gaps(run council.fee_run) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  insert into work_gap (person_id, kind, blocks, detail)
  select distinct p.person_id, case when y.id is null then 'payee' else 'bank' end, true,
    case r.payee when 'employer' then 'Arbeitgeber' else '' end
  from council.fee_item i
  join council.fee_run_person p on p.run_id = i.run_id and p.person_id = i.person_id
  join council.fee_rule r on r.id = i.rule_id
  left join council.fee_payee y on y.person_id = i.person_id and y.kind = r.payee and y.valid @> (upper(run.period) - 1)
  where i.run_id = run.id and i.amount > 0
    and exists (select from council.fee_setting s where s.body_id = run.body_id and s.debtor_iban <> '')
    and (y.id is null or not exists (select from council.fee_bank_account b where b.payee_id = y.id and b.valid @> (upper(run.period) - 1)
      and council.iban_fault(b.iban) = ''));
end
$$;

-- At how many confirmed meetings somebody was present.
create or replace function council.fee_presences(days daterange) returns table (person_id bigint, meetings bigint, group_meetings bigint)
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
  set enable_sort = off
as $$
begin
  return query
  select a.person_id, count(*) filter (where m.basis = 'meeting'), count(*) filter (where m.basis = 'group')
  from work_attended a join work_meeting m on m.no = a.no
  where a.confirmed and a.day <@ days group by a.person_id;
end
$$;

-- One row a person, from items and facts of the period. (Sums by person are hashed: sorting wide rows first costs more.)
create or replace function council.fee_store_persons(run council.fee_run) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
  set enable_sort = off
as $$
begin
  insert into council.fee_run_person (run_id, person_id, amount, before, meetings, group_meetings, loss_minutes, kilometres, difference)
  with item as materialized (
    select i.person_id, sum(i.amount) as amount, sum(i.amount) filter (where i.day < lower(run.period)) as difference
    from council.fee_item i where i.run_id = run.id group by i.person_id),
  fact as materialized (
    select f.person_id, sum(f.minutes) filter (where r.claim in ('loss_floor', 'loss_proven', 'loss_plausible') and f.fresh > 0) as loss_minutes,
      sum(f.quantity) filter (where r.claim = 'travel' and f.fresh > 0) as kilometres
    from work_fresh f join council.fee_rule r on r.id = f.rule_id
    where f.day <@ run.period group by f.person_id)
  select run.id, p.person_id, coalesce(i.amount, 0), coalesce(b.amount, 0), coalesce(a.meetings, 0), coalesce(a.group_meetings, 0),
    coalesce(c.loss_minutes, 0), coalesce(c.kilometres, 0), coalesce(i.difference, 0)
  from (
    select i.person_id from item i
    union select f.person_id from fact f
    union select g.person_id from work_gap g where g.person_id is not null and (g.blocks or g.day is null or g.day <@ run.period)) p
  left join item i on i.person_id = p.person_id
  left join (
    select x.person_id, x.amount from council.fee_run_person x
    where x.run_id = (select r.id from council.fee_run r
      where r.body_id = run.body_id and r.kind = 'regular' and r.state <> 'dry' and upper(r.period) <= lower(run.period)
      order by upper(r.period) desc, r.id desc limit 1)) b on b.person_id = p.person_id
  left join council.fee_presences(run.period) a on a.person_id = p.person_id
  left join fact c on c.person_id = p.person_id;
end
$$;

create or replace function council.fee_store_gaps(run council.fee_run) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
begin
  insert into work_gap (person_id, kind, blocks, detail)
  select p.person_id, 'unusual', false, ''
  from council.fee_run_person p
  where p.run_id = run.id and p.before <> 0 and abs(p.amount - p.before) > 50 and abs(p.amount - p.before) > abs(p.before) / 2
  union all
  select p.person_id, 'large', false, ''
  from council.fee_run_person p join council.fee_setting s on s.body_id = run.body_id
  where p.run_id = run.id and p.amount > s.large_amount
  union all
  select p.person_id, 'negative', false, '' from council.fee_run_person p where p.run_id = run.id and p.amount < 0
  union all
  select null, 'no_statute', true, '' where not exists (select from work_chain c where c.span && run.period);
  insert into council.fee_gap (run_id, person_id, kind, blocks, day, meeting_id, claim_id, rule_name, detail)
  select distinct run.id, g.person_id, g.kind, g.blocks, g.day, g.meeting_id, g.claim_id, g.rule_name, coalesce(g.detail, '')
  from work_gap g;
  update council.fee_run_person p set open_gaps = g.count, blocked = g.blocked, note = g.note
  from (
    select g.person_id, count(*) as count, bool_or(g.blocks) as blocked,
      left(string_agg(distinct k.label, ', '), 500) as note
    from work_gap g
    join (select x.kind, api.code_label('fee_gap', x.kind) as label from (select distinct g.kind from work_gap g) x) k on k.kind = g.kind
    group by g.person_id) g
  where p.run_id = run.id and p.person_id = g.person_id;
end
$$;

create or replace function council.forget_fee_run(run_id bigint) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  delete from council.fee_item i where i.run_id = forget_fee_run.run_id;
  delete from council.fee_run r where r.id = forget_fee_run.run_id;
end
$$;

create or replace function api.dry_run(body_id bigint, first_month date, months integer default 1, name text default '') returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
  set work_mem = '64MB'
  set jit = off
as $$
#variable_conflict use_variable
declare
  first date := date_trunc('month', first_month)::date;
  last date := (date_trunc('month', first_month) + make_interval(months => months) - interval '1 day')::date;
  run council.fee_run;
  earlier council.fee_run;
begin
  perform council.require_fees('fees');
  perform council.lock_body(body_id);
  if months not between 1 and 1200 or exists (select from council.fee_closing c
      where c.body_id = dry_run.body_id and c.month between first and last) then
    raise exception using errcode = 'RT014', message = council.say('dieser Monat ist abgeschlossen'),
      detail = format(council.say('%s bis %s'), to_char(first, 'DD.MM.YYYY'), to_char(last, 'DD.MM.YYYY')),
      hint = council.say('Was später kommt, bucht der nächste offene Monat als Unterschied.');
  end if;
  select * into earlier from council.fee_run r
  where r.body_id = dry_run.body_id and r.kind = 'regular' and r.state = 'dry' and r.period = daterange(first, last, '[]');
  if found then
    perform council.forget_fee_run(earlier.id);
  end if;
  insert into council.fee_run as r (body_id, period, calculated, attempt, name)
  values (body_id, daterange(first, last, '[]'), daterange(council.fee_calculate_from(body_id, first), last, '[]'),
    coalesce(earlier.attempt, 0) + 1, name)
  returning * into run;
  perform council.fee_calculate(body_id, lower(run.calculated), last);
  perform council.fee_load_corrections(body_id, run.calculated);
  perform council.fee_round_items();
  perform council.fee_find_oddities(run);
  perform council.fee_store_items(run);
  perform council.fee_store_persons(run);
  perform council.fee_find_bank_gaps(run);
  perform council.fee_store_gaps(run);
  insert into council.fee_run_statute (run_id, statute_id)
  select run.id, c.statute_id from work_chain c
  union select run.id, r.statute_id
  from (select distinct i.rule_id from council.fee_item i where i.run_id = run.id) i join council.fee_rule r on r.id = i.rule_id;
  update council.fee_run r set amount = (select coalesce(sum(p.amount), 0) from council.fee_run_person p where p.run_id = run.id)
  where r.id = run.id;
  return run.id;
end
$$;
comment on function api.dry_run(bigint, date, integer, text) is
  'Calculates a run of one or more months and keeps it as a dry run, instead of the one before for the same months; gives its identifier.';

create or replace function api.drop_run(run_id bigint) returns void
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  perform council.require_fees('fees');
  if exists (select from council.fee_run r where r.id = run_id and r.kind = 'regular') then
    perform council.lock_fee_run(run_id, 'dry');
  end if;
  perform council.forget_fee_run(run_id);
end
$$;
comment on function api.drop_run(bigint) is 'Forgets a dry run or a simulation.';

-- Whoever waits for a rate or a size is left out: the next run finds the difference.
create or replace function api.commit_run(run_id bigint) returns void
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  run council.fee_run := null;
begin
  perform council.require_fees('fees');
  run := council.lock_fee_run(run_id, 'dry');
  if exists (select from council.fee_run r where r.body_id = run.body_id and r.kind = 'regular' and r.committed_at > run.created_at) then
    raise exception using errcode = 'RT012', message = council.say('diese Probe ist veraltet'),
      detail = council.say('Nach ihr wurde ein anderer Lauf festgeschrieben.'), hint = council.say('Rechnen Sie die Probe neu.');
  end if;
  -- Rules that nobody has used yet may be loaded anew, under other identifiers: items would be committed that belong to none.
  if exists (select from council.fee_run_statute u join council.statute s on s.id = u.statute_id where u.run_id = run.id and s.changed_at > run.created_at)
    or exists (select from council.fee_item i where i.run_id = run.id and not exists (select from council.fee_rule u where u.id = i.rule_id)) then
    raise exception using errcode = 'RT012', message = council.say('diese Probe ist veraltet'),
      detail = council.say('Nach ihr wurde eine Satzung geändert.'), hint = council.say('Rechnen Sie die Probe neu.');
  end if;
  if exists (select from council.fee_closing c where c.body_id = run.body_id and c.month <@ run.period) then
    raise exception using errcode = 'RT014', message = council.say('dieser Monat ist abgeschlossen'),
      hint = council.say('Was später kommt, bucht der nächste offene Monat als Unterschied.');
  end if;
  delete from council.fee_item i
  where i.run_id = run.id and i.person_id in (select g.person_id from council.fee_gap g
    where g.run_id = run.id and g.blocks and g.kind in ('rate', 'size'));
  update council.fee_run_person p set amount = 0, difference = 0
  where p.run_id = run.id and p.person_id in (select g.person_id from council.fee_gap g
    where g.run_id = run.id and g.blocks and g.kind in ('rate', 'size'));
  insert into council.fee_due (run_id, person_id, payee, payer, amount)
  select run.id, p.person_id, p.payee, p.payer, sum(p.amount)
  from api.fee_item_posting p
  where p.run_id = run.id
  group by p.person_id, p.payee, p.payer
  having sum(p.amount) <> 0;
  update council.fee_run r set state = 'committed', committed_at = clock_timestamp(), committed_by = council.invoker(),
    amount = (select coalesce(sum(i.amount), 0) from council.fee_item i where i.run_id = run.id)
  where r.id = run.id;
end
$$;
comment on function api.commit_run(bigint) is 'Makes a dry run count: its items are never changed any more. RT012 when another run was committed since.';

create or replace function api.release_run(run_id bigint) returns void
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  run council.fee_run := null;
begin
  perform council.require_fees('fees');
  run := council.lock_fee_run(run_id, 'committed');
  if council.invoker() in (run.created_by, run.committed_by) then
    raise exception using errcode = 'RT013', message = council.say('die Freigabe gibt jemand anders'),
      detail = format(council.say('Lauf %s ist von %s.'), run.id, concat_ws(' und ', run.created_by, nullif(run.committed_by, run.created_by))),
      hint = council.say('Vier Augen: bitte die zweite Person um die Freigabe.');
  end if;
  update council.fee_run r set state = 'released', released_at = clock_timestamp(), released_by = council.invoker()
  where r.id = run.id;
end
$$;
comment on function api.release_run(bigint) is 'Releases a committed run for payment; RT013 for whoever made or committed it.';

create or replace function api.close_month(body_id bigint, month date) returns void
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  first date := date_trunc('month', month)::date;
begin
  perform council.require_fees('fees');
  if exists (select from council.fee_run r where r.body_id = body_id and r.kind = 'regular' and r.state <> 'released' and r.period @> first) then
    raise exception using errcode = 'RT012', message = council.say('in diesem Monat ist noch ein Lauf offen'),
      hint = council.say('Lauf freigeben oder Probe verwerfen, dann abschließen.');
  end if;
  if first + interval '1 month' > council.today() and not exists (select from council.fee_run r where r.body_id = body_id and r.kind = 'regular'
      and r.period @> first) then
    raise exception using errcode = 'RT012', message = council.say('dieser Monat ist noch nicht vorbei und nicht abgerechnet'), detail = to_char(first, 'MM/YYYY'),
      hint = council.say('Erst abrechnen oder das Ende des Monats abwarten.');
  end if;
  insert into council.fee_closing (body_id, month) values (body_id, first) on conflict do nothing;
end
$$;
comment on function api.close_month(bigint, date) is 'Closes a month for booking; RT012 while one of its runs is open, and before its end when it has none.';

create or replace function api.confirm_meeting(meeting_id bigint, note text default '') returns void
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
begin
  perform council.require_fees('fees');
  if not exists (select from council.meeting m where m.id = meeting_id and m.state in ('closed', 'signed')) then
    raise exception using errcode = 'RT012', message = council.say('die Anwesenheit dieser Sitzung steht noch nicht fest'),
      detail = council.say('Die Sitzung ist nicht beendet.'), hint = council.say('Bestätigen Sie nach dem Ende der Sitzung.');
  end if;
  insert into council.fee_confirmation (meeting_id, last_seq, note)
  values (meeting_id, (select coalesce(max(e.seq), 0) from council.meeting_event e where e.meeting_id = confirm_meeting.meeting_id), note)
  on conflict on constraint fee_confirmation_pkey do update
    set last_seq = excluded.last_seq, note = excluded.note, confirmed_at = now(), confirmed_by = council.invoker();
end
$$;
comment on function api.confirm_meeting(bigint, text) is 'Confirms the attendance of an ended meeting for payment, as it is now.';

create or replace function api.unconfirm_meeting(meeting_id bigint) returns void
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  perform council.require_fees('fees');
  delete from council.fee_confirmation f where f.meeting_id = unconfirm_meeting.meeting_id;
end
$$;
comment on function api.unconfirm_meeting(bigint) is 'Takes a confirmation back.';

-- A draft (or those in force: NULL) over any months: nothing of it counts. Per person the cost, and what was committed for the
-- same days; where nothing was, what the statutes in force would cost.
create or replace function api.simulate(body_id bigint, first_month date, months integer, statute_id bigint default null, name text default '')
  returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
  set work_mem = '64MB'
  set jit = off
as $$
#variable_conflict use_variable
declare
  days daterange := daterange(date_trunc('month', first_month)::date,
    (date_trunc('month', first_month) + make_interval(months => months))::date);
  run council.fee_run;
  paid boolean;
begin
  perform council.require_fees('fees');
  insert into council.fee_run as r (body_id, kind, period, calculated, statute_id, name)
  values (body_id, 'simulation', days, days, statute_id, name) returning * into run;
  paid := exists (select from council.fee_run r where r.body_id = simulate.body_id and r.kind = 'regular' and r.state <> 'dry'
    and r.calculated && days);
  perform council.fee_calculate(body_id, lower(days), upper(days) - 1, statute_id);
  perform council.fee_round_items();
  insert into council.fee_run_person (run_id, person_id, amount, meetings, group_meetings)
  select run.id, f.person_id, f.amount, coalesce(a.meetings, 0), coalesce(a.group_meetings, 0)
  from (select f.person_id, sum(f.fresh) as amount from work_fresh f where f.day < upper(days) group by f.person_id) f
  left join council.fee_presences(days) a on a.person_id = f.person_id;
  insert into council.fee_gap (run_id, person_id, kind, blocks, day, rule_name, detail)
  select distinct run.id, g.person_id, g.kind, g.blocks, g.day, g.rule_name, coalesce(g.detail, '')
  from work_gap g where g.kind in ('rate', 'size');
  if not paid and statute_id is not null then
    perform council.fee_calculate(body_id, lower(days), upper(days) - 1, null);
    perform council.fee_round_items();
  end if;
  insert into council.fee_run_person as p (run_id, person_id, amount, before)
  select run.id, x.person_id, 0, x.amount
  from (
    select f.person_id, sum(f.fresh) as amount from work_fresh f where not paid and f.day < upper(days) group by f.person_id
    union all
    select i.person_id, sum(i.amount) from council.fee_item i join council.fee_run r on r.id = i.run_id and r.state <> 'dry'
    where paid and r.body_id = simulate.body_id and r.kind = 'regular' and i.day <@ days group by i.person_id) x
  on conflict on constraint fee_run_person_pkey do update set before = excluded.before;
  update council.fee_run_person p set difference = p.amount - p.before where p.run_id = run.id;
  update council.fee_run r set amount = (select coalesce(sum(p.amount), 0) from council.fee_run_person p where p.run_id = run.id)
  where r.id = run.id;
  return run.id;
end
$$;
comment on function api.simulate(bigint, date, integer, bigint, text) is
  'Cost of a statute over past or coming months, per person and in sum, beside what was committed; gives the identifier of the simulation.';

-- Guards: committed items stay; a statute that a committed run has used stays.

-- Once a statement, not once a row: a dry run of a year has ten thousands of them.
create or replace function council.guard_fee_item() returns trigger
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  if exists (select from gone g join council.fee_run r on r.id = g.run_id and r.state <> 'dry') then
    raise exception using errcode = 'RT002', message = council.say('ein festgeschriebener Posten bleibt, wie er ist'),
      hint = council.say('Der nächste Lauf bildet den Unterschied.');
  end if;
  return null;
end
$$;
create or replace trigger fee_item_guard after delete on council.fee_item referencing old table as gone
  for each statement execute function council.guard_fee_item();
create or replace trigger fee_item_guard_update before update on council.fee_item
  for each row execute function council.refuse_change();
create or replace trigger fee_item_guard_all before truncate on council.fee_item
  for each statement execute function council.refuse_change();

-- Accounts may be given to what was committed, too: the books come last. Who pays it stays: the dues name the payer.
create or replace function council.guard_fee_account() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  kept bigint;
begin
  select r.id into kept
  from council.fee_run r
  join council.fee_item i on i.run_id = r.id
  join council.fee_rule u on u.id = i.rule_id
  where r.state <> 'dry' and (r.body_id, i.rule_name) in ((old.body_id, old.rule_name::text), (new.body_id, new.rule_name::text))
    and coalesce(nullif(case when (r.body_id, i.rule_name) = (old.body_id, old.rule_name::text) and lower(r.period) <@ old.valid
        then old.payer end, ''), u.payer)
      <> coalesce(nullif(case when (r.body_id, i.rule_name) = (new.body_id, new.rule_name::text) and lower(r.period) <@ new.valid
        then new.payer end, ''), u.payer)
  limit 1;
  if kept is not null then
    raise exception using errcode = 'RT002', message = council.say('wer einen festgeschriebenen Lauf zahlt, bleibt'),
      detail = format(council.say('Regel %s, Lauf %s.'), coalesce(new.rule_name, old.rule_name), kept),
      hint = council.say('Eine andere Zahlstelle gilt erst ab dem nächsten Lauf: die bisherige Zeile dort enden lassen.');
  end if;
  return coalesce(new, old);
end
$$;
create or replace trigger keep_payer before insert or update or delete on council.fee_account
  for each row execute function council.guard_fee_account();
