-- Random histories of fees (tests/run/96-fee-random.sh): one municipality, many people, each with a history of her own; months are
-- run, committed, released and paid while facts change behind. Variables: town, seed, people, months (of 2025). Writes one line
-- "ok NAME" or "not ok NAME: WHAT" for each property.
\set ON_ERROR_STOP on
\set QUIET on
set client_min_messages = warning;
select setseed(:seed / 100000.0) \g /dev/null
select id as body from council.body where name = :'town' \gset

-- Facts: everything at random, but possible. Rows are inserted in a random order as well.
create function pg_temp.pick(variadic words text[]) returns text language sql volatile as $$ select words[1 + floor(random() * cardinality(words))::int] $$;
insert into council.organization (body_id, name, short_name, classification, legal_membership)
select :body, k || n, upper(left(k, 1)) || n, k, 20 from unnest(array['committee', 'group']) k cross join generate_series(1, 3) n;
insert into council.organization (body_id, name, short_name, classification, legal_membership) values (:body, 'Ordnungsausschuss', 'OR', 'committee', 9);
insert into council.person (body_id, family_name) select :body, 'P' || n from generate_series(1, :people) n order by random();
insert into council.membership (person_id, organization_id, role, valid)
select p.id, o.id, case o.classification when 'council' then pg_temp.pick('member', 'member', 'member', 'mayor')
    when 'committee' then pg_temp.pick('member', 'expert_citizen', 'chair', 'substitute') else 'member' end,
  daterange('2025-01-01'::date + (case when random() < 0.6 then -400 else floor(random() * 200) end)::int,
    case when random() < 0.8 then null else '2025-08-01'::date + floor(random() * 200)::int end)
from council.person p join council.organization o on o.body_id = p.body_id
where p.body_id = :body and random() < case o.classification when 'council' then 0.8 else 0.4 end
order by random();
insert into council.fee_assignment (person_id, function_name, valid)
select p.id, f, daterange('2025-01-01'::date + floor(random() * 100)::int, case when random() < 0.5 then null else '2025-06-01'::date + floor(random() * 100)::int end)
from council.person p
cross join (select distinct u.name as f from council.fee_function u join council.statute s on s.id = u.statute_id where s.body_id = :body) x
where p.body_id = :body and random() < 0.25 order by random();
insert into council.meeting (body_id, organization_id, name, state, starts_at)
select :body, o.id, 'S' || n, 'signed', ('2025-01-01'::timestamp + floor(random() * 300) * interval '1 day' + interval '9 hours'
    + floor(random() * 40) * interval '15 minutes') at time zone 'Europe/Berlin'
from council.organization o cross join generate_series(1, 8) n
where o.body_id = :body and o.classification <> 'group' order by random() on conflict do nothing;
insert into council.meeting_organization (meeting_id, organization_id)
select m.id, o.id from council.meeting m join council.organization o on o.body_id = m.body_id and o.classification = 'committee' and o.id <> m.organization_id
where m.body_id = :body and random() < 0.05;
insert into council.sitting (meeting_id, opened_at, closed_at)
select m.id, m.starts_at, m.starts_at + (30 + floor(random() * 300)) * interval '1 minute' from council.meeting m where m.body_id = :body;
insert into council.attendance (meeting_id, person_id, since_seq, since, until, substitute_for_id)
select m.id, p.id, 1, s.opened_at + floor(random() * 30) * interval '1 minute', case when random() < 0.7 then null
    else s.opened_at + (30 + floor(random() * 60)) * interval '73 seconds' end,
  case when random() < 0.05 then (select min(q.id) from council.person q where q.body_id = :body and q.id <> p.id) end
from council.meeting m join council.sitting s on s.meeting_id = m.id join council.person p on p.body_id = m.body_id
where m.body_id = :body and random() < 0.5 order by random();
update council.attendance a set until = s.closed_at from council.sitting s join council.meeting m on m.id = s.meeting_id
where m.body_id = :body and a.meeting_id = s.meeting_id and (a.until is null or a.until > s.closed_at);
insert into council.attendance (meeting_id, person_id, since_seq, since, until)
select a.meeting_id, a.person_id, 2, a.until + interval '20 minutes', s.closed_at
from council.attendance a join council.sitting s on s.meeting_id = a.meeting_id join council.meeting m on m.id = s.meeting_id
where m.body_id = :body and s.closed_at > a.until + interval '25 minutes' and random() < 0.5;
insert into council.fee_confirmation (meeting_id, last_seq) select m.id, 0 from council.meeting m where m.body_id = :body and random() < 0.95;
insert into council.fee_meeting (organization_id, day, begins_at, ends_at)
select o.id, '2025-01-01'::date + floor(random() * 300)::int, time '17:00' + floor(random() * 4) * interval '30 minutes', '21:00'
from council.organization o cross join generate_series(1, 15) where o.body_id = :body and o.classification = 'group' order by random() on conflict do nothing;
insert into council.fee_presence (fee_meeting_id, person_id, begins_at, ends_at)
select g.id, p.id, g.begins_at, g.ends_at - floor(random() * 4) * interval '7 minutes'
from council.fee_meeting g join council.organization o on o.id = g.organization_id join council.person p on p.body_id = o.body_id
where o.body_id = :body and random() < 0.4 order by random();
insert into council.fee_claim (person_id, kind, day, begins_at, ends_at, hourly_amount, amount, evidence, confirmed, state, reason)
select p.id, k, '2025-01-01'::date + floor(random() * 300)::int, '15:00', time '16:10' + floor(random() * 200) * interval '1 minute',
  10 + floor(random() * 8000) / 100, 5 + floor(random() * 9000) / 100, pg_temp.pick('', 'Beleg'), random() < 0.7,
  pg_temp.pick('accepted', 'accepted', 'accepted', 'open', 'rejected'), 'zufällig'
from council.person p cross join generate_series(1, 4)
cross join lateral (select pg_temp.pick('loss_floor', 'loss_proven', 'loss_plausible', 'household', 'care', 'other') || left(p.family_name, 0) as k) x
where p.body_id = :body order by random() on conflict do nothing;
insert into council.fee_claim (person_id, kind, day, kilometres, amount, vehicle, passengers)
select p.id, 'travel', '2025-01-01'::date + floor(random() * 300)::int, 1 + floor(random() * 900) / 10, 4.50, pg_temp.pick('car', 'bicycle', 'ticket', 'passenger'), floor(random() * 3)::int
from council.person p cross join generate_series(1, 3) where p.body_id = :body order by random();
insert into council.fee_working_hours (person_id, weekday, begins_at, ends_at, valid)
select p.id, d, '07:30', '16:30', '[2024-01-01,)' from council.person p cross join generate_series(1, 5) d where p.body_id = :body and random() < 0.8;
insert into council.fee_distance (person_id, kilometres, automatic, valid)
select p.id, 1 + floor(random() * 300) / 10, random() < 0.3, '[2024-01-01,)' from council.person p where p.body_id = :body;
insert into council.fee_hold (person_id, kind, rule_name, valid, reason)
select p.id, pg_temp.pick('waiver', 'hold'), null, daterange('2025-03-01', '2025-05-15'), 'zufällig'
from council.person p where p.body_id = :body and random() < 0.1;
insert into council.fee_payee (person_id, kind, name, valid)
select p.id, k, p.family_name, '[2020-01-01,)' from council.person p cross join unnest(array['member', 'employer']) k where p.body_id = :body and random() < 0.9;
insert into council.fee_bank_account (payee_id, iban, valid)
select y.id, 'DE89370400440532013000', '[2020-01-01,)' from council.fee_payee y join council.person p on p.id = y.person_id where p.body_id = :body;

insert into council.fee_setting (body_id, debtor_name, debtor_iban) values (:body, 'Stadt', 'DE02120300000000202051');

-- What a calculation gives a person and rule, nothing stored.
create function pg_temp.fresh(body bigint, last date) returns table (person_id bigint, rule_name text, basis text, amount numeric)
  language plpgsql
as $$
begin
  set local search_path = pg_catalog, council, pg_temp;
  perform council.fee_calculate(body, '2025-01-01', last);
  perform council.fee_round_items();
  return query select f.person_id, f.rule_name, f.basis, sum(f.fresh) from pg_temp.work_fresh f group by 1, 2, 3;
end
$$;
create function pg_temp.say(name text, wrong text) returns text
  language sql as $$ select case when wrong is null then 'ok ' || name else 'not ok ' || name || ': ' || left(wrong, 300) end $$;
create temporary table kept (run_id bigint, content text);

create procedure pg_temp.play(body bigint, months integer)
  language plpgsql
as $$
declare
  run bigint;
  again bigint;
  file bigint;
begin
  for m in 1 .. months loop
    set local role sitzungsgeld;
    run := api.dry_run(body, make_date(2025, m, 1));
    perform set_config('random.items', (select coalesce(md5(string_agg((i.person_id, i.rule_name, i.basis, i.basis_id, i.amount)::text, ',' order by i.person_id, i.rule_name, i.basis, i.basis_id)), 'none')
      from council.fee_item i where i.run_id = run), false);
    run := api.dry_run(body, make_date(2025, m, 1));
    if current_setting('random.items') is distinct from (select coalesce(md5(string_agg((i.person_id, i.rule_name, i.basis, i.basis_id, i.amount)::text, ',' order by i.person_id, i.rule_name, i.basis, i.basis_id)), 'none')
      from council.fee_item i where i.run_id = run) then
      raise exception 'not ok a dry run made twice is another one in month %', m;
    end if;
    perform api.commit_run(run);
    again := api.dry_run(body, make_date(2025, m, 1));
    if exists (select from council.fee_item i where i.run_id = again and i.amount <> 0
        and not exists (select from council.fee_gap g where g.run_id = again and g.person_id = i.person_id and g.kind in ('rate', 'size'))) then
      raise exception 'not ok run % again creates items', run;
    end if;
    perform api.drop_run(again);
    set local role kasse;
    perform api.release_run(run);
    if random() < 0.7 and exists (select from council.fee_due d join council.fee_run r on r.id = d.run_id
        where r.body_id = play.body and d.settlement_id is null and d.amount > 0) then
      file := null;
      begin
        select p.file_id into file from api.make_payment(body, '', current_date, 'pain.001.001.09') p where p.file_id is not null limit 1;
      exception when sqlstate 'RT015' then null; -- what is open is of people without an account, or held
      end;
      if file is not null then
        perform api.seal_file(file, convert_to('content of file ' || file, 'UTF8'));
        perform api.payment_sent(file);
        perform api.return_transfer(s.id, current_date, 'AC04') from council.fee_settlement s where s.file_id = file and random() < 0.1;
      end if;
    end if;
    reset role;
    insert into kept select run, md5(string_agg(i::text, ',' order by i.id)) from council.fee_item i where i.run_id = run;
    -- Something changes behind: presence, confirmations, memberships, claims.
    delete from council.attendance a using council.meeting t where t.id = a.meeting_id and t.body_id = play.body and random() < 0.03;
    insert into council.fee_confirmation (meeting_id, last_seq) select t.id, 0 from council.meeting t where t.body_id = play.body and random() < 0.5 on conflict do nothing;
    update council.membership k set valid = daterange(lower(k.valid), '2025-01-10'::date + floor(random() * 300)::int)
    from council.person p where p.id = k.person_id and p.body_id = play.body and random() < 0.05 and lower(k.valid) < '2025-01-10';
    update council.fee_claim c set state = case c.state when 'open' then 'accepted' else c.state end, evidence = 'nachgereicht'
    from council.person p where p.id = c.person_id and p.body_id = play.body and random() < 0.2;
    delete from council.fee_presence x using council.fee_meeting g join council.organization o on o.id = g.organization_id
    where g.id = x.fee_meeting_id and o.body_id = play.body and random() < 0.03;
  end loop;
end
$$;
call pg_temp.play(:body, :months);
-- Nothing changes any more: one last month brings everything to what a fresh calculation gives.
set role sitzungsgeld;
select api.dry_run(:body, make_date(2025, :months + 1, 1)) as run \gset
select api.commit_run(:run) \g /dev/null
reset role;

select pg_temp.say('differences end at a fresh calculation', (
  select string_agg(format('%s %s: %s and %s', coalesce(c.person_id, f.person_id), coalesce(c.rule_name, f.rule_name), c.amount, f.amount), '; ')
  from (select i.person_id, i.rule_name, sum(i.amount) as amount from council.fee_item i join council.fee_run r on r.id = i.run_id
    where r.body_id = :body and r.state <> 'dry' and not exists (select from council.fee_gap g where g.run_id = :run and g.person_id = i.person_id and g.kind in ('rate', 'size'))
    group by 1, 2) c
  full join (select x.person_id, x.rule_name, sum(x.amount) as amount from pg_temp.fresh(:body, (make_date(2025, :months + 2, 1) - 1)) x
    where not exists (select from council.fee_gap g where g.run_id = :run and g.person_id = x.person_id and g.kind in ('rate', 'size')) group by 1, 2) f
    using (person_id, rule_name)
  where coalesce(c.amount, 0) <> coalesce(f.amount, 0)));
select pg_temp.say('committed items are what they were', (
  select string_agg(k.run_id::text, ',') from kept k
  where k.content is distinct from (select md5(string_agg(i::text, ',' order by i.id)) from council.fee_item i where i.run_id = k.run_id)));
select pg_temp.say('items = dues = runs', (
  select string_agg(format('run %s: %s, %s, %s', r.id, r.amount, i.amount, d.amount), '; ')
  from council.fee_run r
  cross join lateral (select coalesce(sum(x.amount), 0) as amount from council.fee_item x where x.run_id = r.id) i
  cross join lateral (select coalesce(sum(x.amount), 0) as amount from council.fee_due x where x.run_id = r.id) d
  where r.body_id = :body and r.state <> 'dry' and (r.amount <> i.amount or i.amount <> d.amount)));
select pg_temp.say('dues = transfers that stay + open', (
  select format('%s, %s + %s', a.all_dues, a.paid, a.open_dues)
  from (select coalesce(sum(d.amount), 0) as all_dues, coalesce(sum(d.amount) filter (where d.settlement_id is null), 0) as open_dues,
      (select coalesce(sum(s.amount), 0) from council.fee_settlement s join council.person p on p.id = s.person_id where p.body_id = :body and s.state = 'done') as paid
    from council.fee_due d join council.fee_run r on r.id = d.run_id where r.body_id = :body) a
  where a.all_dues <> a.paid + a.open_dues));
select pg_temp.say('files = their transfers, one a person and payee', (
  select string_agg(f.message_id, ',') from council.fee_file f
  cross join lateral (select coalesce(sum(s.amount), 0) as total, count(*) as entries
    from council.fee_settlement s where s.file_id = f.id and s.kind = 'transfer') t
  where f.body_id = :body and (f.total <> t.total or f.entries <> t.entries
    or exists (select from council.fee_settlement s where s.file_id = f.id group by s.person_id, s.payee having count(*) > 1))));
select pg_temp.say('no amount below a cent, nothing negative is transferred', (
  select string_agg(s.id::text, ',') from council.fee_settlement s where s.kind = 'transfer' and s.amount <= 0));

-- The same facts entered in another order: rows leave and come back with other numbers.
create temporary table sums as select f.person_id, sum(f.amount) as amount from pg_temp.fresh(:body, '2025-12-31') f group by 1;
create temporary table gone_claim as select c.* from council.fee_claim c join council.person p on p.id = c.person_id where p.body_id = :body;
delete from council.fee_gap g using gone_claim c where g.claim_id = c.id;
delete from council.fee_claim c using gone_claim g where g.id = c.id;
insert into council.fee_claim (person_id, kind, day, begins_at, ends_at, hourly_amount, amount, kilometres, vehicle, passengers, evidence, confirmed, state, reason)
select g.person_id, g.kind, g.day, g.begins_at, g.ends_at, g.hourly_amount, g.amount, g.kilometres, g.vehicle, g.passengers, g.evidence, g.confirmed, g.state, g.reason
from gone_claim g order by random();
create temporary table gone_meeting as select g.* from council.fee_meeting g join council.organization o on o.id = g.organization_id where o.body_id = :body;
create temporary table gone_presence as select x.* from council.fee_presence x join gone_meeting g on g.id = x.fee_meeting_id;
delete from council.fee_meeting m using gone_meeting g where g.id = m.id;
insert into council.fee_meeting (organization_id, day, begins_at, ends_at, received_on, late_reason)
select g.organization_id, g.day, g.begins_at, g.ends_at, g.received_on, g.late_reason from gone_meeting g order by random();
insert into council.fee_presence (fee_meeting_id, person_id, begins_at, ends_at)
select m.id, x.person_id, x.begins_at, x.ends_at
from gone_presence x join gone_meeting g on g.id = x.fee_meeting_id
join council.fee_meeting m on m.organization_id = g.organization_id and m.day = g.day and m.begins_at = g.begins_at order by random();
create temporary table gone_membership as select k.* from council.membership k join council.person p on p.id = k.person_id where p.body_id = :body;
delete from council.membership k using gone_membership g where g.id = k.id;
insert into council.membership (person_id, organization_id, role, voting_right, valid)
select g.person_id, g.organization_id, g.role, g.voting_right, g.valid from gone_membership g order by random();
select pg_temp.say('another order of the same facts gives the same sums', (
  select string_agg(format('%s: %s and %s', coalesce(a.person_id, b.person_id), a.amount, b.amount), '; ')
  from sums a full join (select f.person_id, sum(f.amount) as amount from pg_temp.fresh(:body, '2025-12-31') f group by 1) b using (person_id)
  where a.amount is distinct from b.amount));
select 'histories ' || count(*) from council.person p where p.body_id = :body;
select 'items ' || count(*) from council.fee_item i join council.person p on p.id = i.person_id where p.body_id = :body;
