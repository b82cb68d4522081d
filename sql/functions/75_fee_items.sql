set local role ratstisch_owner;

-- Fees, second part of a calculation: items from meetings and claims, what excludes what, limits. The steps are called by
-- council.fee_calculate at the end, in that order; tables and exactness: 73_fee_rules.sql, months: 75_fee_months.sql.

create or replace function council.fee_day_number(day date) returns bigint
  language sql immutable parallel safe
  return extract(year from day)::bigint * 10000 + extract(month from day)::bigint * 100 + extract(day from day)::bigint;
comment on function council.fee_day_number(date) is '20261014 for 14.10.2026: the identifier of a day.';

-- Minutes count as they are shown: seconds are cut off. (date_bin: date_trunc asks for the time zone each time.)
create or replace function council.fee_minute(at timestamptz) returns timestamptz
  language sql immutable parallel safe
  return date_bin('1 minute', at, 'epoch');

create or replace function council.fee_minutes(stretches tstzmultirange) returns integer
  language sql immutable strict parallel safe
  return (select (extract(epoch from sum(upper(r) - lower(r))) / 60)::integer from unnest(stretches) r);
comment on function council.fee_minutes(tstzmultirange) is 'Minutes of all stretches; NULL for none.';

-- Steps of a rule: minutes or kilometres as they are, begun, complete, or to the nearest (half up).
create or replace function council.fee_counted(mode text, unit integer, value numeric) returns numeric
  language sql immutable parallel safe
  return case mode when 'started' then ceil(value / unit) * unit when 'full' then floor(value / unit) * unit
    when 'nearest' then floor(value / unit + 0.5) * unit else value end;

-- 2 Meetings.

create or replace function council.fee_load_attended(body bigint, days daterange) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
#variable_conflict use_variable
begin
  insert into work_meeting
  select row_number() over (order by x.basis, x.id)::integer, x.*
  from (
    select 'meeting' as basis, m.id, (m.starts_at at time zone 'Europe/Berlin')::date, s.opened_at, s.closed_at, m.organizations, m.location_id,
      f.meeting_id is not null and not exists (select from council.meeting_event e
        where e.meeting_id = m.id and e.seq > f.last_seq
          and e.kind in ('open', 'close', 'arrive', 'depart', 'substitute', 'substitute_end', 'undo'))
    from council.meeting m
    join council.sitting s on s.meeting_id = m.id
    left join council.fee_confirmation f on f.meeting_id = m.id
    where m.body_id = body and m.state in ('closed', 'signed')
      and m.starts_at >= lower(days)::timestamp at time zone 'Europe/Berlin'
      and m.starts_at < upper(days)::timestamp at time zone 'Europe/Berlin'
    union all
    select 'group', g.id, g.day, (g.day + g.begins_at) at time zone 'Europe/Berlin', (g.day + g.ends_at) at time zone 'Europe/Berlin',
      array[g.organization_id], null,
      g.late_reason <> '' or c.group_deadline_days is null or g.received_on <= g.day + c.group_deadline_days
    from council.fee_meeting g
    join council.organization o on o.id = g.organization_id and o.body_id = body
    left join council.fee_setting c on c.body_id = body
    where g.day >= lower(days) and g.day < upper(days)) x;
  analyze work_meeting;

  -- Whether as a member: nearly all meetings are of one organization, in which nobody sits twice.
  insert into work_attended
  select a.no, m.day, a.person_id, a.since, a.until, a.minutes, a.substitute_for_id,
    coalesce(k.role not in ('substitute', 'minute_taker', 'administration'), false), coalesce(k.role = 'substitute', false), m.confirmed,
    coalesce(k.role = 'chair', false)
  from (
    select t.no, t.person_id, min(t.since) as since, max(t.until) as until,
      (sum(date_part('epoch', t.until - t.since)) / 60)::integer as minutes, max(t.substitute_for_id) as substitute_for_id
    from work_stretch t group by t.no, t.person_id) a
  join work_meeting m on m.no = a.no
  left join council.membership k on k.person_id = a.person_id and k.organization_id = m.organizations[1] and k.valid @> m.day
    and cardinality(m.organizations) = 1;
  update work_attended a set is_member = b.own, is_substitute = b.reserve, is_chair = b.chair
  from (
    select m.no, k.person_id, bool_or(k.role not in ('substitute', 'minute_taker', 'administration')) as own,
      bool_or(k.role = 'substitute') as reserve, bool_or(k.role = 'chair') as chair
    from (select w.no, w.day, unnest(w.organizations) as organization_id from work_meeting w where cardinality(w.organizations) > 1) m
    join council.membership k on k.organization_id = m.organization_id and k.valid @> m.day
    group by m.no, k.person_id) b
  where b.no = a.no and b.person_id = a.person_id;
  analyze work_attended (no, day, person_id);

  -- Present at a meeting that nobody has confirmed: that meeting waits.
  insert into work_gap (person_id, kind, blocks, day, meeting_id, detail)
  select a.person_id, case m.basis when 'meeting' then 'unconfirmed' else 'deadline' end, false, a.day,
    case m.basis when 'meeting' then m.id end, coalesce((select o.short_name from council.fee_meeting g
      join council.organization o on o.id = g.organization_id where g.id = m.id and m.basis = 'group'), '')
  from work_attended a join work_meeting m on m.no = a.no
  where not m.confirmed;
end
$$;

-- Was a person there in the role that a rule pays? acting: in the place of somebody; reserve: member as a substitute only; chair: of a
-- body that meets.
create or replace function council.fee_attends(attending text, substitutes text, own boolean, reserve boolean, acting boolean, chair boolean)
  returns boolean
  language sql immutable parallel safe
  return case attending
    when 'chair' then chair
    when 'member' then own or acting and substitutes <> 'never' or reserve and substitutes = 'always'
    when 'guest' then not own and not acting and not (reserve and substitutes = 'always')
    else own or not acting or substitutes <> 'never' end;

create or replace function council.fee_pay_meetings() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
begin
  -- Which rules pay for which meetings: few organizations, so many meetings.
  create temporary table work_paid on commit drop as
  with fits as materialized (
    select w.id as work_id, w.valid, r.joint, r.weekdays, r.begins_from, r.begins_before, o.id as organization_id
    from work_rule w join council.fee_rule r on r.id = w.rule_id cross join council.organization o
    where w.pay in ('meeting', 'day')
      and (not exists (select from council.fee_rule_body b where b.rule_id = w.rule_id and b.place = -1)
        or exists (select from council.fee_rule_body b where b.rule_id = w.rule_id and b.place = -1
          and (b.classification = o.classification or b.short_name = o.short_name))))
  select f.work_id, m.no, case when f.joint = 'each' then count(*) else 1 end as matched
  from fits f
  join (select w.no, w.day, unnest(w.organizations) as organization_id,
      (extract(epoch from (council.fee_minute(w.opened) at time zone 'Europe/Berlin')::time) / 60)::integer as begins from work_meeting w) m
    on m.organization_id = f.organization_id and f.valid @> m.day
    and (f.weekdays = '{}' or extract(isodow from m.day) = any (f.weekdays))
    and m.begins >= coalesce(f.begins_from, 0) and m.begins < coalesce(f.begins_before, 1440)
  group by f.work_id, m.no, f.joint;
  analyze work_paid;

  -- Most rules are plain: one amount for being there. They need no table between.
  create temporary table work_plain on commit drop as
  select k.no, k.work_id, m.basis, m.id, r.attending, r.substitutes, w.name, r.rate_name, p.amount,
    council.fee_round(p.amount, w.step, w.mode) as rounded
  from work_paid k
  join work_rule w on w.id = k.work_id and w.plain
  join council.fee_rule r on r.id = w.rule_id
  join work_meeting m on m.no = k.no
  left join work_price p on p.work_id = k.work_id and p.slot = 'amount' and p.valid @> m.day;
  analyze work_plain;
  insert into work_item (work_id, person_id, basis, basis_id, day, rate, minutes, share, exact, net, rounded, since, until, substitute_for_id)
  select k.work_id, a.person_id, k.basis, k.id, a.day, k.amount, a.minutes, 1, k.amount, k.amount, k.rounded, a.since, a.until, a.substitute_for_id
  from work_plain k
  join work_attended a on a.no = k.no and a.confirmed
    and council.fee_attends(k.attending, k.substitutes, a.is_member, a.is_substitute, a.substitute_for_id is not null, a.is_chair)
  join work_entitled e on e.work_id = k.work_id and e.person_id = a.person_id and e.valid @> a.day
  where k.amount is not null;

  create temporary table work_candidate on commit drop as
  select w.id as work_id, w.name, a.no, a.day, a.person_id, a.since, a.until, a.substitute_for_id, e.organization_id,
    k.matched, a.minutes as raw_minutes, a.minutes, r.pay = 'day' or r.duration_per_day as daily
  from work_paid k
  join work_rule w on w.id = k.work_id
  join council.fee_rule r on r.id = w.rule_id
  join work_attended a on a.no = k.no and a.confirmed
    and council.fee_attends(r.attending, r.substitutes, a.is_member, a.is_substitute, a.substitute_for_id is not null, a.is_chair)
  join work_entitled e on e.work_id = k.work_id and e.person_id = a.person_id and e.valid @> a.day
  where not w.plain;
  analyze work_candidate;

  -- Least presence: minutes, percent of the meeting, items.
  if exists (select from work_rule w join council.fee_rule_presence p on p.rule_id = w.rule_id) then
    delete from work_candidate c using work_rule w, council.fee_rule_presence p, work_meeting m
    where w.id = c.work_id and p.rule_id = w.rule_id and m.no = c.no
      and case p.kind when 'minutes' then c.raw_minutes < p.value
        when 'percent' then c.raw_minutes * 100 < p.value * extract(epoch from council.fee_minute(m.closed) - council.fee_minute(m.opened)) / 60
        else (select count(*) from council.item_state i where m.basis = 'meeting' and i.meeting_id = m.id and i.started_at is not null
          and exists (select from council.attendance s where s.meeting_id = m.id and s.person_id = c.person_id
            and tstzrange(council.fee_minute(s.since), greatest(council.fee_minute(s.since), council.fee_minute(coalesce(s.until, m.closed))))
              && tstzrange(council.fee_minute(i.started_at), council.fee_minute(coalesce(i.ended_at, m.closed)), '[]'))) < p.value end;
  end if;

  -- How long, where that counts: stretches with what is added before and after, gaps up to a limit closed.
  if exists (select from work_rule w where w.needs_duration and w.pay in ('meeting', 'day')) then
    update work_candidate c set minutes = d.minutes
    from (
      select x.work_id, x.person_id, x.day, x.no, x.daily, case when x.gap_minutes = -1
          then (extract(epoch from max(upper(x.stretch)) - min(lower(x.stretch))) / 60)::integer
        else coalesce(council.fee_minutes(range_agg(tstzrange(lower(x.stretch), upper(x.stretch) + make_interval(mins => x.gap_minutes)))), 0)
          - x.gap_minutes * (select count(*) from unnest(range_agg(tstzrange(lower(x.stretch), upper(x.stretch)
            + make_interval(mins => x.gap_minutes))))) end as minutes
      from (
        select c.work_id, c.person_id, c.day, case when not c.daily then c.no end as no, c.daily,
          r.gap_minutes, tstzrange(case when r.duration_whole then council.fee_minute(m.opened) else s.since end - make_interval(mins => r.minutes_before),
            case when r.duration_whole then council.fee_minute(m.closed) else s.until end + make_interval(mins => r.minutes_after)) as stretch
        from work_candidate c
        join work_rule w on w.id = c.work_id and w.needs_duration
        join council.fee_rule r on r.id = w.rule_id
        join work_stretch s on s.no = c.no and s.person_id = c.person_id
        join work_meeting m on m.no = c.no
        where s.since < s.until and (not r.duration_whole or council.fee_minute(m.opened) < council.fee_minute(m.closed))) x
      group by x.work_id, x.person_id, x.day, x.no, x.daily, x.gap_minutes) d
    where d.work_id = c.work_id and d.person_id = c.person_id and d.day = c.day and (d.daily or d.no = c.no);
  end if;

  create temporary table work_priced on commit drop as
  select c.work_id, c.person_id, m.basis, m.id, c.day, p.amount as rate,
    case when r.count_mode <> 'whole' then council.fee_counted(r.count_mode, r.unit, c.minutes) / 60.0
      when c.matched > 1 then c.matched end as quantity,
    case when w.needs_duration then c.minutes else c.raw_minutes end as minutes, s.share,
    case when r.count_mode = 'whole' then p.amount * s.share * c.matched
      else p.amount * s.share * c.matched * council.fee_quotient(council.fee_counted(r.count_mode, r.unit, c.minutes), 60) end as exact,
    c.since, c.until, c.substitute_for_id, c.daily, c.daily or w.context is not null as several
  from work_candidate c
  join work_meeting m on m.no = c.no
  join work_rule w on w.id = c.work_id
  join council.fee_rule r on r.id = w.rule_id
  join work_price p on p.work_id = c.work_id and p.valid @> c.day and (p.organization_id is null or p.organization_id = c.organization_id)
    and (p.slot = 'amount' or p.slot = 'bracket' and p.minutes @> c.minutes)
  cross join lateral (select case when w.shared then council.fee_share(w.rule_id, c.person_id, c.day) else 1 end as share) s;
  insert into work_item (work_id, person_id, basis, basis_id, day, rate, quantity, minutes, share, exact, net, since, until, substitute_for_id)
  select c.work_id, c.person_id, c.basis, c.id, c.day, c.rate, c.quantity, c.minutes, c.share, c.exact, c.exact, c.since, c.until,
    c.substitute_for_id
  from work_priced c where not c.several;
  -- One item a day: the first meeting of the day stands for it. Where the amount depends on an organization and several fit,
  -- the highest.
  insert into work_item (work_id, person_id, basis, basis_id, day, rate, quantity, minutes, share, exact, net, since, until, substitute_for_id)
  select distinct on (c.work_id, c.person_id, c.day, g.basis, g.id) c.work_id, c.person_id, g.basis, g.id, c.day, c.rate, c.quantity,
    c.minutes, c.share, c.exact, c.exact, c.since, c.until, c.substitute_for_id
  from work_priced c
  cross join lateral (select case when c.daily then 'day' else c.basis end as basis,
    case when c.daily then council.fee_day_number(c.day) else c.id end as id) g
  where c.several
  order by c.work_id, c.person_id, c.day, g.basis, g.id, c.exact desc, c.since;

  insert into work_gap (person_id, kind, blocks, day, meeting_id, rule_name, detail)
  select c.person_id, 'rate', true, c.day, case m.basis when 'meeting' then m.id end, c.name, coalesce(r.rate_name, '')
  from work_candidate c
  join work_meeting m on m.no = c.no
  join work_rule w on w.id = c.work_id
  join council.fee_rule r on r.id = w.rule_id
  where r.rate_name is not null
    and not exists (select from work_price p where p.work_id = c.work_id and p.valid @> c.day
      and (p.organization_id is null or p.organization_id = c.organization_id));
  -- Of a bracket, too; longer than the last one is no gap.
  insert into work_gap (person_id, kind, blocks, day, meeting_id, rule_name, detail)
  select c.person_id, 'rate', true, c.day, case m.basis when 'meeting' then m.id end, c.name, coalesce(b.rate_name, b.plus_rate)
  from work_candidate c
  join work_meeting m on m.no = c.no
  join work_rule w on w.id = c.work_id
  join council.fee_rule_bracket b on b.rule_id = w.rule_id and b.minutes @> c.minutes and num_nonnulls(b.rate_name, b.plus_rate) > 0
  where not exists (select from work_price p where p.work_id = c.work_id and p.slot = 'bracket' and p.minutes @> c.minutes and p.valid @> c.day
    and (p.organization_id is null or p.organization_id = c.organization_id));
  if exists (select from work_plain k where k.amount is null and k.rate_name is not null) then
    insert into work_gap (person_id, kind, blocks, day, meeting_id, rule_name, detail)
    select a.person_id, 'rate', true, a.day, case k.basis when 'meeting' then k.id end, k.name, k.rate_name
    from work_plain k
    join work_attended a on a.no = k.no and a.confirmed
      and council.fee_attends(k.attending, k.substitutes, a.is_member, a.is_substitute, a.substitute_for_id is not null, a.is_chair)
    join work_entitled e on e.work_id = k.work_id and e.person_id = a.person_id and e.valid @> a.day
    where k.amount is null and k.rate_name is not null;
  end if;
  drop table work_candidate;
  drop table work_paid;
  drop table work_plain;
  drop table work_priced;
end
$$;

-- Product of surcharges, reductions and factors that apply to a person on a day.
create or replace function council.fee_share(rule_id bigint, person_id bigint, day date) returns numeric
  language sql stable
  set search_path = pg_catalog, council, pg_temp
begin atomic
  select coalesce(council.fee_product(council.fee_quotient(h.over, h.under)), 1)
  from council.fee_rule_share h
  where h.rule_id = fee_share.rule_id and (h.function_name is null or exists (
    select from council.fee_assignment a
    where a.person_id = fee_share.person_id and a.function_name = h.function_name and a.valid @> fee_share.day));
end;

-- 3 Claims, and travel that needs none.

create or replace function council.fee_load_claims(body bigint, days daterange) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
#variable_conflict use_variable
begin
  insert into work_claim
  select 'claim', c.id, w.id, c.person_id, e.organization_id, c.day, c.kind, null, c.hourly_amount, c.amount, c.kilometres, c.vehicle,
    c.passengers, (c.day + c.begins_at) at time zone 'Europe/Berlin', (c.day + c.ends_at) at time zone 'Europe/Berlin'
  from council.fee_claim c
  join council.person p on p.id = c.person_id and p.body_id = body
  join work_rule w on w.pay = 'claim' and w.valid @> c.day
  join council.fee_rule r on r.id = w.rule_id and r.claim = c.kind
  join work_entitled e on e.work_id = w.id and e.person_id = c.person_id and e.valid @> c.day
  where c.day <@ days and c.state = 'accepted';
  -- Whoever always drives: each confirmed presence, unless there is a claim for that day.
  if exists (select from council.fee_distance f where f.automatic) then
    insert into work_claim
    select 'travel', m.id * 2 + case m.basis when 'group' then 1 else 0 end, w.id, a.person_id, e.organization_id, a.day, 'travel',
      null, null, null, d.kilometres * 2, d.vehicle, 0, a.since, a.until
    from work_attended a
    join work_meeting m on m.no = a.no
    cross join lateral (
      select f.kilometres, f.vehicle from council.fee_distance f
      where f.person_id = a.person_id and f.automatic and f.valid @> a.day
        and (f.location_id is null or f.location_id = m.location_id)
      order by f.location_id nulls last limit 1) d
    join work_rule w on w.pay = 'claim' and w.valid @> a.day
    join council.fee_rule r on r.id = w.rule_id and r.claim = 'travel'
    join work_entitled e on e.work_id = w.id and e.person_id = a.person_id and e.valid @> a.day
    where a.confirmed and (a.is_member or a.substitute_for_id is not null)
      and not exists (select from council.fee_claim c
        where c.person_id = a.person_id and c.day = a.day and c.kind = 'travel' and c.state <> 'rejected');
  end if;

  insert into work_gap (person_id, kind, blocks, day, claim_id, detail)
  select c.person_id, 'open_claim', false, c.day, c.id, c.kind
  from council.fee_claim c join council.person p on p.id = c.person_id and p.body_id = body
  where c.day <@ days and c.state = 'open'
  union all
  select c.person_id, 'no_rule', false, c.day, c.id, c.kind
  from council.fee_claim c join council.person p on p.id = c.person_id and p.body_id = body
  where c.day <@ days and c.state = 'accepted'
    and not exists (select from work_claim k where k.basis = 'claim' and k.id = c.id)
    and exists (select from work_rule w where w.valid @> c.day);
end
$$;

-- Claims that wait: without proof, without confirmation, too late, without registered hours.
create or replace function council.fee_hold_claims(body bigint) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
#variable_conflict use_variable
begin
  create temporary table work_waiting on commit drop as
  with claim as materialized (
    select k.person_id, k.day, k.id, w.name, w.rule_id, c.kind, k.minutes, k.since, c.evidence, c.confirmed, c.late_reason, c.received_on
    from work_claim k
    join work_rule w on w.id = k.work_id
    join council.fee_claim c on c.id = k.id
    where k.basis = 'claim')
  select c.person_id, 'evidence' as kind, c.day, c.id, c.name
  from claim c join council.fee_rule r on r.id = c.rule_id and r.evidence
  where c.evidence = '' and not exists (select from council.fee_evidence v
    where v.person_id = c.person_id and v.kind = c.kind and v.valid @> c.day
      and (r.evidence_months is null or c.day < lower(v.valid) + make_interval(months => r.evidence_months)))
  union all
  select c.person_id, 'confirm', c.day, c.id, c.name
  from claim c
  where not c.confirmed and c.rule_id in (select f.rule_id from council.fee_rule_confirm f)
  union all
  select c.person_id, 'deadline', c.day, c.id, c.name
  from claim c join council.fee_setting s on s.body_id = body and c.received_on > c.day + make_interval(months => s.claim_deadline_months)
  where c.late_reason = ''
  union all
  select c.person_id, 'times', c.day, c.id, c.name
  from claim c
  where c.minutes is null and c.since is null and c.kind <> 'travel'
    and c.rule_id in (select m.rule_id from council.fee_rule_at_most m where m.per = 'hour')
  union all
  select c.person_id, 'working_hours', c.day, c.id, c.name
  from claim c join council.fee_rule r on r.id = c.rule_id and r.working_hours
  where not exists (select from council.fee_working_hours h where h.person_id = c.person_id and h.valid @> c.day);
  insert into work_gap (person_id, kind, blocks, day, claim_id, rule_name)
  select distinct person_id, kind, false, day, id, name from work_waiting;
  delete from work_claim k using work_waiting g, work_rule w
  where k.basis = 'claim' and k.id = g.id and w.id = k.work_id and w.name = g.name;
  drop table work_waiting;
  insert into work_gap (person_id, kind, blocks, day, claim_id, rule_name)
  select k.person_id, 'distance', false, k.day, k.id, w.name
  from work_claim k
  join work_rule w on w.id = k.work_id
  join council.fee_rule r on r.id = w.rule_id and r.distance_home
  where k.basis = 'claim' and k.vehicle <> 'ticket'
    and not exists (select from council.fee_distance f where f.person_id = k.person_id and f.valid @> k.day);
end
$$;

create or replace function council.fee_close_gaps(stretches tstzmultirange, gap integer) returns tstzmultirange
  language sql immutable parallel safe
  return case when gap = 0 then stretches when gap = -1 then range_merge(stretches)::tstzmultirange else (
    select range_agg(tstzrange(lower(m), upper(m) - make_interval(mins => gap)))
    from unnest((select range_agg(tstzrange(lower(r), upper(r) + make_interval(mins => gap))) from unnest(stretches) r)) m) end;
comment on function council.fee_close_gaps(tstzmultirange, integer) is 'Stretches with gaps up to so many minutes closed; -1: all.';

-- The time of a day in which loss is replaced; hours: the registered ones of that day.
create or replace function council.fee_within(day date, hours tstzmultirange, working_hours boolean, from_minute integer, to_minute integer,
  workdays boolean) returns tstzmultirange
  language sql immutable parallel safe
  return case when workdays and extract(isodow from day) > 5 then '{}'::tstzmultirange else
    tstzmultirange(tstzrange((day + make_interval(mins => coalesce(from_minute, -1440))) at time zone 'Europe/Berlin',
      (day + make_interval(mins => coalesce(to_minute, 2880))) at time zone 'Europe/Berlin'))
    * case when working_hours then coalesce(hours, '{}') else '{(,)}' end end;

-- Minutes of loss, household and care: with what is added, within the hours that count.
create or replace function council.fee_time_claims() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
begin
  update work_claim k set minutes = d.minutes
  from (
    select (array_agg(x.id order by x.begins, x.hourly desc nulls last, x.id))[1] as id, x.work_id, x.person_id, x.day, case when x.gap_minutes = -1 and not x.bounded
        then (extract(epoch from max(upper(x.stretch)) - min(lower(x.stretch))) / 60)::integer
      else coalesce(council.fee_minutes(x.within * case x.gap_minutes when 0 then range_agg(x.stretch)
        else council.fee_close_gaps(range_agg(x.stretch), x.gap_minutes) end), 0) end as minutes
    from (
      select k.id, k.work_id, k.person_id, k.day, k.since as begins, k.hourly, r.gap_minutes, case when not r.duration_per_day then k.id end as own,
        tstzrange(k.since - make_interval(mins => r.minutes_before), k.until + make_interval(mins => r.minutes_after)) as stretch,
        r.working_hours or r.within_to is not null or r.workdays as bounded,
        council.fee_within(k.day, h.hours, r.working_hours, r.within_from, r.within_to, r.workdays) as within
      from work_claim k
      join work_rule w on w.id = k.work_id
      join council.fee_rule r on r.id = w.rule_id
      left join (
        select c.person_id, c.day, range_agg(tstzrange((c.day + h.begins_at) at time zone 'Europe/Berlin', (c.day + h.ends_at) at time zone 'Europe/Berlin')) as hours
        from (select distinct k.person_id, k.day from work_claim k) c
        join council.fee_working_hours h on h.person_id = c.person_id and h.weekday = extract(isodow from c.day)::integer and h.valid @> c.day
        group by c.person_id, c.day) h on h.person_id = k.person_id and h.day = k.day
      where k.since is not null and k.kind <> 'travel') x
    group by x.work_id, x.person_id, x.day, x.own, x.gap_minutes, x.bounded, x.within) d
  where d.id = k.id and d.work_id = k.work_id and k.kind <> 'travel';
  -- Claims of a day that count together are merged into the one that begins first.
  update work_claim k set minutes = 0 where k.minutes is null and k.since is not null and k.kind <> 'travel';
end
$$;

-- A claim is known by its number; travel without one by its meeting and person. Step by step, each materialized: the planner would otherwise calculate what several columns need several times.
create or replace function council.fee_pay_claims() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
  set enable_sort = off
as $$
begin
  insert into work_item (work_id, person_id, basis, basis_id, day, rate, quantity, minutes, share, exact, net, cut_by, since, until)
  with priced as (
    select k.work_id, k.person_id, k.basis, k.id, max(p.amount) filter (where p.slot = 'amount') as price,
      max(p.amount) filter (where p.slot = 'bracket') as bracket,
      max(p.amount) filter (where p.slot = 'floor') as floor, max(p.amount) filter (where p.slot = 'at_most hour') as per_hour,
      max(p.amount) filter (where p.slot = 'at_most km') as per_km, max(p.amount) filter (where p.slot = 'at_most claim') as highest,
      max(p.amount) filter (where p.slot = 'vehicle ' || k.vehicle) as vehicle,
      max(p.amount) filter (where p.slot = 'vehicle passenger') as passenger
    from work_claim k
    join work_price p on p.work_id = k.work_id and p.valid @> k.day and (p.organization_id is null or p.organization_id = k.organization_id)
      and (p.minutes is null or p.minutes @> k.minutes)
    group by k.work_id, k.person_id, k.basis, k.id),
  -- No more than from home and back.
  home as materialized (
    select distinct on (k.work_id, k.person_id, k.basis, k.id) k.work_id, k.person_id, k.basis, k.id, f.kilometres * 2 as kilometres
    from work_claim k
    join council.fee_distance f on f.person_id = k.person_id and f.valid @> k.day
    left join council.fee_claim c on k.basis = 'claim' and c.id = k.id
    left join council.meeting m on m.id = c.meeting_id
    where k.kind = 'travel' and (f.location_id is null or f.location_id = m.location_id)
    order by k.work_id, k.person_id, k.basis, k.id, f.location_id nulls last),
  counted as materialized (
    select k.*, r.claimed, r.count_mode, w.rule_id, w.shared, p.price, p.bracket, p.floor, p.per_hour, p.per_km, p.highest, p.vehicle as per_vehicle,
      p.passenger, k.kind = 'travel' as travels, r.count_mode <> 'whole' or r.claimed and k.amount is null as timed,
      exists (select from council.fee_rule_bracket b where b.rule_id = w.rule_id) as bracketed,
      coalesce(k.hourly, (select e.hourly_amount from council.fee_evidence e
        where e.person_id = k.person_id and e.kind = k.kind and e.valid @> k.day)) as claimed_rate,
      council.fee_counted(r.count_mode, r.unit, k.minutes) as counted,
      council.fee_counted(case when r.unit_km then r.count_mode else 'exact' end, r.unit,
        least(k.kilometres, r.distance_km, case when r.distance_home then h.kilometres end)) as way
    from work_claim k
    join work_rule w on w.id = k.work_id
    join council.fee_rule r on r.id = w.rule_id
    left join priced p on p.work_id = k.work_id and p.person_id = k.person_id and p.basis = k.basis and p.id = k.id
    left join home h on h.work_id = k.work_id and h.person_id = k.person_id and h.basis = k.basis and h.id = k.id),
  rated as materialized (
    select c.*, case
        when c.travels and c.vehicle = 'ticket' then coalesce(c.per_vehicle, c.amount)
        when c.travels then least(coalesce(c.per_vehicle, c.price), c.per_km)
        when c.bracketed then c.bracket
        when c.claimed and c.count_mode = 'whole' and c.amount is not null then c.amount
        else least(greatest(case when c.claimed then c.claimed_rate else c.price end, c.floor), c.per_hour) end as rate,
      case when c.shared then council.fee_share(c.rule_id, c.person_id, c.day) else 1 end as share
    from counted c),
  owed as materialized (
    select t.*, t.share * case
        when t.travels then t.rate * case when t.vehicle = 'ticket' then 1 else t.way end + coalesce(t.passengers * t.passenger * t.way, 0)
        when t.timed then t.rate * council.fee_quotient(t.counted, 60)
        when t.per_hour is not null and t.minutes is not null then least(t.rate, t.per_hour * council.fee_quotient(t.minutes, 60))
        else t.rate end as owed
    from rated t)
  select o.work_id, o.person_id, o.basis, o.id, o.day, o.rate,
    case when o.travels then case when o.vehicle <> 'ticket' then o.way end when o.timed then o.counted / 60.0 end,
    case when not o.travels then o.counted end, o.share, o.owed, least(o.owed, o.highest),
    case when o.owed > o.highest then 'at_most claim' end, o.since, o.until
  from owed o
  where o.owed is not null;

  -- A bound whose rate is missing that day is no bound that does not hold: the claim has no amount.
  insert into work_gap (person_id, kind, blocks, day, claim_id, rule_name, detail)
  select k.person_id, 'rate', true, k.day, case k.basis when 'claim' then k.id end, w.name, b.rate_name
  from work_claim k
  join work_rule w on w.id = k.work_id
  join (
    select m.rule_id, m.rate_name::text, 'at_most ' || m.per as slot from council.fee_rule_at_most m where m.rate_name is not null
    union all
    select f.id, f.floor_rate, 'floor' from council.fee_rule f where f.floor_rate is not null) b on b.rule_id = w.rule_id
  where not exists (select from work_price p where p.work_id = k.work_id and p.slot = b.slot and p.valid @> k.day
    and (p.organization_id is null or p.organization_id = k.organization_id));
  delete from work_item i using work_gap g, work_rule w
  where g.kind = 'rate' and g.claim_id is not null and i.basis = 'claim' and i.basis_id = g.claim_id and w.id = i.work_id and w.name = g.rule_name;
  insert into work_gap (person_id, kind, blocks, day, claim_id, rule_name, detail)
  select k.person_id, 'rate', true, k.day, k.id, w.name, coalesce(k.vehicle, r.rate_name, '')
  from work_claim k join work_rule w on w.id = k.work_id join council.fee_rule r on r.id = w.rule_id
  where not exists (select from work_item i where i.work_id = k.work_id and i.basis = k.basis and i.basis_id = k.id)
    and not exists (select from work_gap g where g.kind = 'rate' and g.claim_id = k.id and g.rule_name = w.name)
    and k.basis = 'claim';
end
$$;

-- 4 What excludes what: an item stays, with nothing to pay and the reason.

create or replace function council.fee_exclude_items() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
declare
  r record;
begin
  for r in select x.excluder, x.excluded, a.name, a.pay from council.fee_exclusions() x
    join work_rule a on a.id = x.excluder
    join work_rule b on b.id = x.excluded and b.pay not in ('monthly', 'yearly', 'once')
  loop
    update work_item i set net = 0, cut_by = 'excluded ' || r.name
    where i.work_id = r.excluded and case when r.pay in ('monthly', 'yearly', 'once')
      then exists (select from work_lump l where l.work_id = r.excluder and l.person_id = i.person_id and l.valid @> i.day)
      else exists (select from work_item a where a.work_id = r.excluder and a.person_id = i.person_id and a.day = i.day and a.net > 0) end;
  end loop;
  -- Pools of meetings, days and claims; those of months have taken their days already.
  if exists (select from work_rule w join council.fee_rule f on f.id = w.rule_id
      where f.pool is not null and w.pay not in ('monthly', 'yearly', 'once')) then
    update work_item i set net = 0, cut_by = 'pool'
    from (
      select i.ctid as place, row_number() over (partition by f.pool, i.person_id, i.day,
        case when w.pay = 'meeting' then i.basis || i.basis_id end order by i.net desc, w.place, i.basis, i.basis_id) as rank
      from work_item i join work_rule w on w.id = i.work_id join council.fee_rule f on f.id = w.rule_id
      where f.pool is not null and w.pay not in ('monthly', 'yearly', 'once') and i.net > 0) p
    where p.place = i.ctid and p.rank > 1;
  end if;
  -- One way there and back for all meetings of a day.
  if exists (select from work_rule w join council.fee_rule f on f.id = w.rule_id where f.travel_pooled) then
    update work_item i set net = 0, cut_by = 'travel pooled'
    from (
      select i.ctid as place, row_number() over (partition by w.name, i.person_id, i.day order by i.net desc, i.basis, i.basis_id) as rank
      from work_item i join work_rule w on w.id = i.work_id join council.fee_rule f on f.id = w.rule_id
      where f.travel_pooled and i.net > 0) p
    where p.place = i.ctid and p.rank > 1;
  end if;
end
$$;

-- 5 Limits: those of each rule from the shortest period to the longest, then shared caps. What is cut is the last in order of time.
-- What begins at the same moment is taken by its amount, so that the order in which facts were entered decides nothing.
-- A rule is known by its name, so that a limit of a year goes across a change of statutes within that year.
-- Further meetings of a day (further) say what a meeting is paid rather than how much there is at most, so they come in a step of
-- their own before the other limits of the day. The first is a meeting, not an item: what several rules pay for it stays whole.

create or replace function council.fee_apply_limit(body bigint, shared boolean, of_period text, further boolean default false) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
#variable_conflict use_variable
begin
  create temporary table work_limit on commit drop as
  select w.id as work_id, 'limit ' || l.period || ' ' || l.kind as code, w.name as key, l.kind, l.number, l.minutes, l.amount,
    l.times_over, l.times_under, l.highest, null::daterange as valid
  from work_rule w join council.fee_rule_limit l on l.rule_id = w.rule_id where not shared and l.period = of_period
    and (l.kind = 'further') = further
  union all
  (select distinct on (w.id, p.name) w.id, 'cap ' || p.name, 'cap ' || p.name, p.kind, p.number, p.minutes, p.amount, p.times_over, p.times_under, p.highest, null
  from work_rule w
  join council.fee_rule_name u on u.rule_id = w.rule_id and u.kind = 'under'
  join work_chain c on c.top_id = w.top_id
  join council.fee_cap p on p.statute_id = c.statute_id and p.name = u.name
  where shared
    -- The nearest statute's cap of that name, whatever its period.
    and not exists (select from work_chain n join council.fee_cap o on o.statute_id = n.statute_id and o.name = u.name
      where n.top_id = w.top_id and n.depth < c.depth)
    and p.period = of_period and (p.kind = 'further') = further
  order by w.id, p.name, c.depth);
  if not shared and not further then
    insert into work_limit
    select distinct on (p.work_id, p.valid) p.work_id, p.slot, w.name, 'amount', null, null, p.amount, null, null, false, p.valid
    from work_price p join work_rule w on w.id = p.work_id where p.slot = 'at_most ' || of_period
    order by p.work_id, p.valid, p.amount desc;
  end if;
  if exists (select from work_limit) then
    update work_item i set net = x.allowed,
      cut_by = concat_ws(', ', i.cut_by, x.code), paid_minutes = coalesce(x.minutes, i.paid_minutes)
    from (
      select y.place, string_agg(y.code, ', ' order by y.code) as code, min(y.allowed) as allowed, min(y.minutes) as minutes
      from (
        select i.place, i.net, i.code, case when i.kind = 'hours' then least(i.counted, greatest(0, i.limit_minutes - (sum(i.counted) over t - i.counted)))
            end as minutes, case i.kind
            when 'count' then case when row_number() over (p order by i.place is not null, case when i.highest then -i.net end, i.day, i.since,
              -i.net, i.basis, i.basis_id, i.work_id)
              <= i.number then i.net else 0 end
            when 'further' then case when i.basis || i.basis_id = first_value(i.basis || i.basis_id) over t then i.net
              else council.fee_quotient(i.net * i.times_over, i.times_under) end
            when 'amount' then least(i.net, greatest(0, i.amount - (sum(i.net) over t - i.net)))
            when 'factor' then least(i.net, greatest(0, council.fee_quotient(max(i.net) over p * i.times_over, i.times_under)
              - (sum(i.net) over t - i.net)))
            else council.fee_quotient(i.net * least(i.counted, greatest(0, i.limit_minutes - (sum(i.counted) over t - i.counted))), nullif(i.counted, 0)) end
            as allowed
        from (
          -- Hours are those that are paid: in the steps of the rule, less what a limit of a shorter time has cut.
          select i.ctid as place, i.work_id, i.person_id, i.basis, i.basis_id, i.day, i.since, i.net, l.key, l.code, l.kind, l.number, l.minutes as limit_minutes, l.amount,
            l.times_over, l.times_under, l.highest,
            coalesce(i.paid_minutes, case when r.count_mode <> 'whole' then round(i.quantity * 60) end, i.minutes) as counted
          from work_item i
          join work_limit l on l.work_id = i.work_id and (l.valid is null or l.valid @> i.day)
          join work_rule w on w.id = i.work_id
          join council.fee_rule r on r.id = w.rule_id
          where i.net > 0 and (not further or i.basis in ('meeting', 'group'))
          union all
          (select distinct on (l.key, l.code, e.name, e.person_id, e.basis, e.basis_id) null::tid, null::integer, e.person_id, e.basis, e.basis_id, e.day, e.since, e.net,
            l.key, l.code, l.kind, l.number, l.minutes, l.amount, l.times_over, l.times_under, l.highest, e.counted
          from work_earlier e
          join work_rule w on w.name = e.name
          join work_limit l on l.work_id = w.id
          where of_period in ('year', 'term'))) i
        window p as (partition by i.key, i.code, i.person_id, case of_period
            when 'meeting' then i.basis || i.basis_id
            when 'day' then i.day::text
            when 'month' then date_trunc('month', i.day)::text
            when 'year' then date_trunc('year', i.day)::text
            else (select t.id::text from council.legislative_term t where t.body_id = body and t.valid @> i.day) end),
          t as (p order by i.day, i.since, -i.net, i.basis, i.basis_id, i.work_id)) y
      where y.allowed < y.net and y.place is not null
      group by y.place) x
    where x.place = i.ctid;
  end if;
  drop table work_limit;
end
$$;

-- 6 The whole. Items are in work_item, what is missing in work_gap; nothing of the council's tables is changed.
create or replace function council.fee_calculate(body bigint, first date, last date, statute bigint default null) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set default_statistics_target = 10 -- rough numbers suffice to choose joins, and are counted in a tenth of the time
as $$
#variable_conflict use_variable
declare
  days daterange := daterange(first, last, '[]');
  with_advance daterange := daterange(first, (last + 1 + interval '1 month')::date);
  of_period text;
begin
  perform council.fee_begin_work();
  perform council.fee_load_chain(body, with_advance, statute);
  perform council.fee_load_rules();
  perform council.fee_load_rates();
  perform council.fee_load_sizes(body);
  perform council.fee_load_prices();
  perform council.fee_load_entitled(body);
  perform council.fee_load_lumps(with_advance);
  perform council.fee_pay_months(with_advance);
  perform council.fee_load_attended(body, days);
  perform council.fee_deduct_absences();
  perform council.fee_pay_meetings();
  perform council.fee_load_claims(body, days);
  perform council.fee_hold_claims(body);
  perform council.fee_time_claims();
  perform council.fee_pay_claims();
  perform council.fee_exclude_items();
  perform council.fee_load_earlier(body, first, statute);
  perform council.fee_apply_limit(body, false, 'meeting');
  if exists (select from work_rule w join council.fee_rule_limit l on l.rule_id = w.rule_id where l.kind = 'further')
    or exists (select from work_chain c join council.fee_cap p on p.statute_id = c.statute_id where p.kind = 'further') then
    perform council.fee_apply_limit(body, false, 'day', true);
    perform council.fee_apply_limit(body, true, 'day', true);
  end if;
  foreach of_period in array array['day', 'month', 'year', 'term'] loop
    perform council.fee_apply_limit(body, false, of_period);
  end loop;
  foreach of_period in array array['meeting', 'day', 'month', 'year', 'term'] loop
    perform council.fee_apply_limit(body, true, of_period);
  end loop;
  -- A rate by a size that nobody has entered: it is the size that is missing.
  update work_gap g set kind = 'size', detail = m.measure
  from (select distinct t.name, t.measure from work_rate t
    where t.measure is not null and not exists (select from work_size z where z.measure = t.measure)) m
  where g.kind = 'rate' and g.detail = m.name;
end
$$;
