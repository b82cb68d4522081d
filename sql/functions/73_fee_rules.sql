set local role ratstisch_owner;

-- Fees, first part of a calculation: which rules hold for whom on which days, and at which prices.
--
-- A calculation is a chain of set-based steps on temporary tables (work_*) that live for one transaction; the steps and their
-- order are those of doc/statutes.md. 73: rules, prices, entitlement. 75: items from months, meetings and claims, limits,
-- rounding. 76: runs, which compare the result with what was committed. All of it runs with the owner's rights, called by
-- functions of schema api that have asked for the right.
--
-- Exactness: amounts are numeric; a division keeps 20 decimals, and an amount is brought to 12 decimals before it is rounded once.
-- A true value that is exactly half a step is at most 1e-18 off after a few divisions and so heals to the half; any other true
-- value is a fraction whose denominator (thirtieths, days, minutes, factors) is below 1e11, so it differs from a half by more than
-- 5e-13 and falls on its own side. (Small functions are not STRICT: the planner puts only those into a query whose body is.)

create or replace function council.fee_quotient(a numeric, b numeric) returns numeric
  language sql immutable parallel safe
  return case when b = 1 then a else a * 1.00000000000000000000 / b end;
comment on function council.fee_quotient(numeric, numeric) is 'a / b with at least 20 decimals.';

create or replace function council.fee_round(value numeric, step numeric, mode text) returns numeric
  language sql immutable parallel safe
  return case when value < 0 then -1 else 1 end * step * case mode
    when 'up' then ceil(round(abs(value), 12) / step) when 'down' then floor(round(abs(value), 12) / step)
    else round(round(abs(value), 12) / step) end;
comment on function council.fee_round(numeric, numeric, text) is 'The one rounding of an item: to a step (0.01, 0.05), half up, up or down, away from zero alike.';

-- Days of a period of a simulated statute: what begins or ends with the statute has no bound, because a draft is applied to years
-- in which it did not hold.
create or replace function council.fee_unbounded(valid daterange, statute_valid daterange) returns daterange
  language sql immutable parallel safe
  return daterange(case when lower(valid) > lower(statute_valid) then lower(valid) end,
    case when upper(valid) < coalesce(upper(statute_valid), 'infinity') then upper(valid) end);

do $$
begin
  if to_regprocedure('council.fee_product(numeric)') is null then
    create aggregate council.fee_product(numeric) (sfunc = numeric_mul, stype = numeric, parallel = safe);
  end if;
end
$$;
comment on aggregate council.fee_product(numeric) is 'Product of all values.';

-- The tables of a calculation. Never those that somebody else made: dropping a table of another owner fails.
create or replace function council.fee_begin_work() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  t text;
begin
  foreach t in array array['work_chain', 'work_rule', 'work_rate', 'work_size', 'work_price', 'work_who', 'work_entitled',
    'work_meeting', 'work_attended', 'work_claim', 'work_item', 'work_gap', 'work_lump']
  loop
    if to_regclass('pg_temp.' || t) is not null then
      execute format('drop table pg_temp.%I cascade', t); -- with the views on it
    end if;
  end loop;
  create temporary table work_chain (top_id bigint, span daterange, statute_id bigint, depth integer, simulated boolean)
    on commit drop;
  create temporary table work_rule (id integer, rule_id bigint, top_id bigint, statute_id bigint, name text, place integer,
    valid daterange, pay text, context text, needs_duration boolean, shared boolean, plain boolean, step numeric, mode text) on commit drop;
  create temporary table work_rate (top_id bigint, name text, valid daterange, measure text, size int8range, amount numeric)
    on commit drop;
  create temporary table work_size (measure text, organization_id bigint, value bigint, valid daterange) on commit drop;
  create temporary table work_price (work_id integer, slot text, minutes int4range, organization_id bigint, valid daterange,
    amount numeric) on commit drop;
  create temporary table work_who (work_id integer, person_id bigint, organization_id bigint, valid daterange,
    excepted boolean) on commit drop;
  create temporary table work_entitled (work_id integer, person_id bigint, organization_id bigint, valid datemultirange)
    on commit drop;
  create temporary table work_lump (work_id integer, person_id bigint, organization_id bigint, valid datemultirange, amount numeric,
    pool text, keeps numeric, worth numeric default 1) on commit drop;
  -- Meetings are numbered for one calculation: joins by one integer are what most of its time goes into.
  create temporary table work_meeting (no integer, basis text, id bigint, day date, opened timestamptz, closed timestamptz,
    organizations bigint[], location_id bigint, confirmed boolean) on commit drop;
  -- Each presence by itself; few steps need it, so it is not copied.
  create temporary view work_stretch as
  select m.no, t.person_id, council.fee_minute(t.since) as since,
    greatest(council.fee_minute(t.since), council.fee_minute(coalesce(t.until, m.closed))) as until, t.substitute_for_id
  from work_meeting m join council.attendance t on t.meeting_id = m.id
  where m.basis = 'meeting'
  union all
  select m.no, p.person_id, (m.day + p.begins_at) at time zone 'Europe/Berlin', (m.day + p.ends_at) at time zone 'Europe/Berlin', null
  from work_meeting m join council.fee_presence p on p.fee_meeting_id = m.id
  where m.basis = 'group';
  create temporary table work_attended (no integer, day date, person_id bigint, since timestamptz, until timestamptz,
    minutes integer, substitute_for_id bigint, is_member boolean, is_substitute boolean, confirmed boolean, is_chair boolean) on commit drop;
  create temporary table work_claim (basis text, id bigint, work_id integer, person_id bigint, organization_id bigint, day date,
    kind text, minutes integer, hourly numeric, amount numeric, kilometres numeric, vehicle text, passengers integer,
    since timestamptz, until timestamptz) on commit drop;
  -- rounded: exact, rounded; only where many items have the same. rest: what rounding left of the months before.
  create temporary table work_item (work_id integer, person_id bigint, basis text,
    basis_id bigint, day date, rate numeric, quantity numeric, minutes integer, share numeric, days integer, exact numeric,
    net numeric, rounded numeric, rest numeric, cut_by text, since timestamptz, until timestamptz, substitute_for_id bigint,
    paid_minutes numeric) on commit drop;
  -- Every item, rounded once. A view, because most of it is read once or twice and copying is what takes the time.
  create temporary view work_fresh as
  select i.person_id, w.rule_id, w.name as rule_name, i.basis, i.basis_id, i.day,
    (case when i.net = i.exact and i.rounded is not null then i.rounded else council.fee_round(i.net, w.step, w.mode) end
      + coalesce(i.rest, 0))::numeric(14,2) as fresh,
    i.rate, i.quantity, i.minutes, i.share, i.days, i.exact, nullif(i.exact - i.net, 0) as cut, i.cut_by, i.since, i.until,
    i.substitute_for_id, w.pay, w.place
  from work_item i join work_rule w on w.id = i.work_id;
  create temporary table work_gap (person_id bigint, kind text, blocks boolean, day date, meeting_id bigint, claim_id bigint,
    rule_name text, detail text) on commit drop;
end
$$;

-- Statutes of the days, each with those below it. statute NULL: those in force; otherwise that one for all days (simulation). A top is
-- one stretch of days of a statute: one that another has cut in two is two of them.
create or replace function council.fee_load_chain(body bigint, days daterange, statute bigint) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
begin
  insert into work_chain
  with recursive chain as (
    select row_number() over (order by x.part) as top_id, case when statute is null then x.part * days else days end as span, s.id as statute_id,
      s.based_on, 0 as depth
    from council.statute s
    cross join lateral unnest(case when statute is null then s.in_force else datemultirange(days) end) x (part)
    where s.body_id = body and x.part && days and case when statute is null then s.state = 'in_force' else s.id = statute end
    union all
    select c.top_id, c.span, b.id, b.based_on, c.depth + 1
    from chain c
    cross join lateral (
      select s.id, s.based_on from council.statute s
      where s.body_id = body and s.name = c.based_on and (statute is not null or s.state <> 'draft')
      order by s.edition desc limit 1) b
    where c.depth < 20)
  select top_id, span, statute_id, depth, statute is not null from chain;
end
$$;

-- The rules that hold: of each name the nearest, without what a nearer statute leaves out, optional ones only where one is chosen.
create or replace function council.fee_load_rules() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  insert into work_rule
  select row_number() over (order by n.span, r.place, r.id), r.id, n.top_id, r.statute_id, r.name, r.place,
    n.span * case when n.simulated then council.fee_unbounded(r.valid, s.valid) else r.valid end, r.pay, null,
    r.count_mode <> 'whole'
      or exists (select from council.fee_rule_bracket b where b.rule_id = r.id)
      or exists (select from council.fee_rule_limit l where l.rule_id = r.id and l.kind = 'hours')
      or exists (select from council.fee_rule_name u join work_chain c on c.top_id = n.top_id
        join council.fee_cap p on p.statute_id = c.statute_id and p.name = u.name and p.kind = 'hours'
        where u.rule_id = r.id and u.kind = 'under'),
    exists (select from council.fee_rule_share h where h.rule_id = r.id),
    r.pay = 'meeting' and r.count_mode = 'whole' and not r.duration_per_day and r.joint = 'once'
      and not exists (select from council.fee_rule_bracket b where b.rule_id = r.id)
      and not exists (select from council.fee_rule_presence p where p.rule_id = r.id)
      and not exists (select from council.fee_rule_share h where h.rule_id = r.id),
    coalesce(r.rounding_step, s.rounding_step), coalesce(r.rounding_mode, s.rounding_mode)
  from (select distinct on (c.top_id, r.name) c.*, r.id as rule_id
      from work_chain c join council.fee_rule r on r.statute_id = c.statute_id
      order by c.top_id, r.name, c.depth) n
  join council.fee_rule r on r.id = n.rule_id
  join council.statute s on s.id = r.statute_id
  where n.span && case when n.simulated then council.fee_unbounded(r.valid, s.valid) else r.valid end
    and not exists (select from work_chain c join council.statute_choice h on h.statute_id = c.statute_id
      where c.top_id = n.top_id and c.depth < n.depth and h.rule_name = r.name and not h.chosen)
    and (not r.optional or exists (select from work_chain c join council.statute_choice h on h.statute_id = c.statute_id
      where c.top_id = n.top_id and c.depth < n.depth and h.rule_name = r.name and h.chosen));
  analyze work_rule;
end
$$;

-- Rates of each top statute, those that are a multiple of another one computed.
create or replace function council.fee_load_rates() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  insert into work_rate
  with home as (
    select distinct on (c.top_id, r.name) c.top_id, c.statute_id, r.name, c.simulated
    from work_chain c join council.fee_rate r on r.statute_id = c.statute_id
    order by c.top_id, r.name, c.depth),
  own as (
    select h.top_id, r.id, r.name, r.measure, r.amount, r.times_over, r.times_under, r.of_rate,
      case when h.simulated then council.fee_unbounded(r.valid, s.valid) else r.valid end as valid
    from home h
    join council.fee_rate r on r.statute_id = h.statute_id and r.name = h.name
    join council.statute s on s.id = h.statute_id),
  flat as (
    select o.top_id, o.name, o.valid, o.measure, b.size, coalesce(b.amount, o.amount) as amount
    from own o left join council.fee_band b on b.rate_id = o.id
    where o.of_rate is null)
  select f.top_id, f.name, f.valid, f.measure, f.size, f.amount from flat f where f.amount is not null
  union all
  select o.top_id, o.name, o.valid * f.valid, f.measure, f.size, council.fee_quotient(f.amount * o.times_over, o.times_under)
  from own o join flat f on f.top_id = o.top_id and f.name = o.of_rate and f.valid && o.valid
  where f.amount is not null;
end
$$;

-- Sizes over time: inhabitants as entered; members of groups counted from memberships; legal membership.
create or replace function council.fee_load_sizes(body bigint) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
begin
  insert into work_size
  select z.measure, z.organization_id, z.value, z.valid from council.body_size z where z.body_id = body
  union all
  select 'members', o.id, o.legal_membership, daterange(null, null)
  from council.organization o where o.body_id = body and o.legal_membership > 0
  union all
  select 'group_members', c.organization_id, c.members, daterange(c.day, lead(c.day) over (partition by c.organization_id order by c.day))
  from (select d.organization_id, d.day, sum(sum(d.step)) over (partition by d.organization_id order by d.day)::bigint as members
    from (
      select m.organization_id, coalesce(lower(m.valid), '-infinity') as day, 1 as step
      from council.membership m join council.organization o on o.id = m.organization_id
      where o.body_id = body and o.classification = 'group' and m.role in ('chair', 'deputy_chair', 'member')
      union all
      select m.organization_id, upper(m.valid), -1
      from council.membership m join council.organization o on o.id = m.organization_id
      where o.body_id = body and o.classification = 'group' and m.role in ('chair', 'deputy_chair', 'member')
        and not upper_inf(m.valid)) d
    group by d.organization_id, d.day) c;
  analyze work_size;
end
$$;

-- The steps of a bracket that grows: which minutes have how many steps more than where it begins. Four days are longer than any meeting.
create or replace function council.fee_steps(minutes int4range, mode text, unit integer) returns table (within int4range, steps integer)
  language sql immutable
  set search_path = pg_catalog, council, pg_temp
as $$
  select x.part, x.n
  from (select n, greatest(lower(fee_steps.minutes) - 1, 0) as last from generate_series(0, 5760 / fee_steps.unit + 1) n) g
  cross join lateral (select g.n, fee_steps.minutes * case fee_steps.mode
      when 'started' then int4range(g.last + (g.n - 1) * fee_steps.unit + 1, g.last + g.n * fee_steps.unit + 1)
      when 'full' then int4range(g.last + g.n * fee_steps.unit, g.last + (g.n + 1) * fee_steps.unit)
      else int4range(g.last + ceil((g.n - 0.5) * fee_steps.unit)::integer, g.last + ceil((g.n + 0.5) * fee_steps.unit)::integer) end as part) x
  where not isempty(x.part)
$$;
comment on function council.fee_steps(int4range, text, integer) is 'A bracket in parts with so many steps of minutes beyond its begin.';

-- Every amount that a rule can need, resolved to days and, where it depends on the size of an organization, to organizations.
-- Slots: amount, bracket, floor, "at_most PER", "vehicle KIND".
create or replace function council.fee_load_prices() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  insert into work_price
  with slots as (
    select w.id, w.top_id, w.valid, 'amount' as slot, null::int4range as minutes, r.amount, r.rate_name, r.times_over, r.times_under
    from work_rule w join council.fee_rule r on r.id = w.rule_id where num_nonnulls(r.amount, r.rate_name) = 1
    union all
    select w.id, w.top_id, w.valid, 'floor', null, r.floor_amount, r.floor_rate, r.floor_over, r.floor_under
    from work_rule w join council.fee_rule r on r.id = w.rule_id where num_nonnulls(r.floor_amount, r.floor_rate) = 1
    union all
    select w.id, w.top_id, w.valid, 'absence', null, r.absence_amount, r.absence_rate, r.absence_over, r.absence_under
    from work_rule w join council.fee_rule r on r.id = w.rule_id where num_nonnulls(r.absence_amount, r.absence_rate) = 1
    union all
    select w.id, w.top_id, w.valid, 'bracket', b.minutes, b.amount, b.rate_name, b.times_over, b.times_under
    from work_rule w join council.fee_rule_bracket b on b.rule_id = w.rule_id
    union all
    select w.id, w.top_id, w.valid, 'plus', b.minutes, b.plus_amount, b.plus_rate, b.plus_over, b.plus_under
    from work_rule w join council.fee_rule_bracket b on b.rule_id = w.rule_id where b.plus_unit is not null
    union all
    select w.id, w.top_id, w.valid, 'at_most ' || a.per, null, a.amount, a.rate_name, a.times_over, a.times_under
    from work_rule w join council.fee_rule_at_most a on a.rule_id = w.rule_id
    union all
    select w.id, w.top_id, w.valid, 'vehicle ' || v.vehicle, null, v.amount, v.rate_name, v.times_over, v.times_under
    from work_rule w join council.fee_rule_vehicle v on v.rule_id = w.rule_id where not v.claimed)
  select s.id, s.slot, s.minutes, null::bigint, s.valid, council.fee_quotient(s.amount * s.times_over, s.times_under)
  from slots s where s.amount is not null
  union all
  select s.id, s.slot, s.minutes, z.organization_id,
    case when t.measure is null then s.valid * t.valid else s.valid * t.valid * z.valid end,
    council.fee_quotient(t.amount * s.times_over, s.times_under)
  from slots s
  join work_rate t on t.top_id = s.top_id and t.name = s.rate_name and t.valid && s.valid
  left join work_size z on z.measure = t.measure and z.valid && (s.valid * t.valid) and t.size @> z.value
  where t.measure is null or z.measure is not null;
  if exists (select from work_rule w join council.fee_rule_bracket b on b.rule_id = w.rule_id where b.plus_unit is not null) then
    perform council.fee_grow_brackets();
  end if;
  analyze work_price;
  update work_rule w set context = c.context, plain = false
  from (
    select u.id, case when bool_or(u.measure = 'group_members') then 'group' when bool_or(u.measure = 'borough_inhabitants')
      then 'borough' else 'organization' end as context
    from (
      select w.id, t.measure from work_rule w join council.fee_rule r on r.id = w.rule_id
      join work_rate t on t.top_id = w.top_id and t.name = any (array[r.rate_name, r.floor_rate]
        || array(select unnest(array[b.rate_name, b.plus_rate]) from council.fee_rule_bracket b where b.rule_id = r.id))
      union
      select w.id, h.measure from work_rule w join council.fee_rule_when h on h.rule_id = w.rule_id) u
    where u.measure in ('group_members', 'borough_inhabitants', 'members')
    group by u.id) c
  where c.id = w.id;
end
$$;

-- A bracket with "plus" becomes one bracket for each number of steps; what has no price of a step has none at all.
create or replace function council.fee_grow_brackets() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  insert into work_price
  select p.work_id, 'grown', s.within, coalesce(p.organization_id, q.organization_id), p.valid * q.valid, p.amount + s.steps * q.amount
  from work_price p
  join work_rule w on w.id = p.work_id
  join council.fee_rule_bracket b on b.rule_id = w.rule_id and b.minutes = p.minutes and b.plus_unit is not null
  join work_price q on q.work_id = p.work_id and q.slot = 'plus' and q.minutes = p.minutes and q.valid && p.valid
    and (q.organization_id is null or p.organization_id is null or q.organization_id = p.organization_id)
  cross join lateral council.fee_steps(b.minutes, b.plus_mode, b.plus_unit) s
  where p.slot = 'bracket';
  delete from work_price p using work_rule w, council.fee_rule_bracket b
  where w.id = p.work_id and b.rule_id = w.rule_id and b.minutes = p.minutes and b.plus_unit is not null and p.slot in ('bracket', 'plus');
  update work_price set slot = 'bracket' where slot = 'grown';
end
$$;

-- Who, by days: memberships and functions that fit, without those excepted and without waivers; conditions on sizes hold.
create or replace function council.fee_load_entitled(body bigint) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
#variable_conflict use_variable
begin
  insert into work_who
  with fits as materialized ( -- few rules and organizations, so many memberships
    select w.id as work_id, w.valid, h.role, h.excepted, o.id as organization_id, w.context in ('organization', o.classification) as counts
    from work_rule w
    join council.fee_rule_who h on h.rule_id = w.rule_id and h.role is not null
    join council.organization o on o.body_id = body
    where not exists (select from council.fee_rule_body b where b.rule_id = h.rule_id and b.place = h.place)
      or exists (select from council.fee_rule_body b where b.rule_id = h.rule_id and b.place = h.place
        and (b.classification = o.classification or b.short_name = o.short_name)))
  select f.work_id, m.person_id, case when f.counts then m.organization_id end, m.valid * f.valid, f.excepted
  from fits f
  join council.membership m on m.organization_id = f.organization_id and m.valid && f.valid
    and (m.role = f.role or f.role = 'member' and m.role in ('chair', 'deputy_chair'))
  union all
  select w.id, a.person_id, case when w.context is not null then a.organization_id end, a.valid * w.valid, h.excepted
  from work_rule w
  join council.fee_rule_who h on h.rule_id = w.rule_id and h.function_name is not null
  join council.fee_assignment a on a.function_name = h.function_name and a.valid && w.valid
  join council.person p on p.id = a.person_id and p.body_id = body;
  -- The group or borough of a person where neither the membership nor the assignment says it.
  insert into work_who
  select y.work_id, y.person_id, g.organization_id, y.valid * g.valid, false
  from work_who y
  join work_rule w on w.id = y.work_id and w.context in ('group', 'borough')
  join council.membership g on g.person_id = y.person_id and g.valid && y.valid
    and g.role in ('chair', 'deputy_chair', 'member')
  join council.organization o on o.id = g.organization_id and o.classification = w.context
  where y.organization_id is null and not y.excepted;

  analyze work_who;
  insert into work_entitled
  with excepted as (
    select y.work_id, y.person_id, range_agg(y.valid) as days from work_who y where y.excepted group by y.work_id, y.person_id),
  waived as (
    select w.id as work_id, h.person_id, range_agg(h.valid) as days
    from council.fee_hold h join work_rule w on h.rule_name is null or h.rule_name = w.name
    where h.kind = 'waiver' group by w.id, h.person_id)
  select y.work_id, y.person_id, y.organization_id, y.days - coalesce(x.days, '{}') - coalesce(v.days, '{}')
  from (
    select y.work_id, y.person_id, y.organization_id, range_agg(y.valid) as days
    from work_who y where not y.excepted group by y.work_id, y.person_id, y.organization_id) y
  left join excepted x on x.work_id = y.work_id and x.person_id = y.person_id
  left join waived v on v.work_id = y.work_id and v.person_id = y.person_id;
  analyze work_entitled;

  update work_entitled e set valid = e.valid * c.good
  from (
    select e.work_id, e.person_id, e.organization_id, range_intersect_agg(g.good) as good
    from work_entitled e
    join work_rule w on w.id = e.work_id
    join council.fee_rule_when h on h.rule_id = w.rule_id
    cross join lateral (
      select coalesce(range_agg(z.valid), '{}') as good from work_size z
      where z.measure = h.measure and h.size @> z.value and (z.organization_id is null or z.organization_id = e.organization_id)) g
    group by e.work_id, e.person_id, e.organization_id) c
  where c.work_id = e.work_id and c.person_id = e.person_id and c.organization_id is not distinct from e.organization_id;
  -- A size that nobody has entered is not a condition that fails.
  insert into work_gap (person_id, kind, blocks, day, rule_name, detail)
  select distinct y.person_id, 'size', true, lower(y.valid), w.name, h.measure
  from work_who y
  join work_rule w on w.id = y.work_id
  join council.fee_rule_when h on h.rule_id = w.rule_id
  where not y.excepted and h.measure in ('inhabitants', 'district_inhabitants', 'borough_inhabitants')
    and (y.organization_id is not null or h.measure <> 'borough_inhabitants')
    and not exists (select from work_size z where z.measure = h.measure and z.valid && y.valid
      and (z.organization_id is null or z.organization_id = y.organization_id));
  delete from work_entitled e where isempty(e.valid);
  -- Where an organization counts, a row without one would be a second claim to the same.
  delete from work_entitled e using work_rule w
  where w.id = e.work_id and w.context is not null and e.organization_id is null
    and exists (select from work_entitled o where o.work_id = e.work_id and o.person_id = e.person_id and o.organization_id is not null);
  analyze work_entitled;
end
$$;

-- What of this statute's rule excludes which other one, excluders that are excluded themselves last.
create or replace function council.fee_exclusions() returns table (excluder integer, excluded integer)
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  return query
  with recursive pair as (
    select a.id as a, b.id as b from work_rule a
    join council.fee_rule_name n on n.rule_id = a.rule_id and n.kind = 'excludes'
    join work_rule b on b.top_id = a.top_id and b.name = n.name),
  level as (
    select p.a, p.b, 0 as depth from pair p
    union all
    select p.a, p.b, l.depth + 1 from level l join pair p on p.a = l.b where l.depth < 20)
  select l.a, l.b from level l group by l.a, l.b order by max(l.depth), l.a, l.b;
end
$$;

-- What was committed for days before those that are calculated, in the same year or term: it has used up a part of what limits of that
-- time allow, and is not calculated anew. Only of rules that stand under such a limit.
create or replace function council.fee_load_earlier(body bigint, first date, statute bigint) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
#variable_conflict use_variable
begin
  if to_regclass('pg_temp.work_earlier') is not null then
    drop table pg_temp.work_earlier;
  end if;
  create temporary table work_earlier on commit drop as
  with limited as (
    select w.name, case when bool_or(l.period = 'term') then least(date_trunc('year', first)::date,
        (select coalesce(lower(t.valid), '-infinity') from council.legislative_term t where t.body_id = body and t.valid @> first))
      else date_trunc('year', first)::date end as since
    from work_rule w
    join (
      select l.rule_id, l.period, null::bigint as top_id from council.fee_rule_limit l
      union all
      select u.rule_id, p.period, c.top_id
      from council.fee_rule_name u
      join council.fee_cap p on p.name = u.name
      join work_chain c on c.statute_id = p.statute_id
      where u.kind = 'under') l on l.rule_id = w.rule_id and (l.top_id is null or l.top_id = w.top_id)
    where l.period in ('year', 'term') and statute is null
    group by w.name)
  select i.rule_name as name, i.person_id, i.basis, i.basis_id, max(i.day) as day, max(i.since) as since, sum(i.amount) as net,
    max(coalesce(round(i.quantity * 60), i.minutes)) as counted
  from limited d
  join council.fee_item i on i.rule_name = d.name and i.day >= d.since and i.day < first and i.basis <> 'correction'
  join council.fee_run r on r.id = i.run_id and r.body_id = body and r.kind = 'regular' and r.state <> 'dry'
  -- Nothing lies before the first day of a year: the items need not be read.
  where d.since < first
  group by i.rule_name, i.person_id, i.basis, i.basis_id
  having sum(i.amount) > 0;
end
$$;
