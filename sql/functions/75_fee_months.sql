set local role ratstisch_owner;

-- Fees: items from months. Lump sums with days on which a mandate rests, what a day is worth in a pool, parts of months, and meetings
-- that were missed. Called by council.fee_calculate (75_fee_items.sql).

-- Days on which a mandate rests: after so many months without presence at any meeting, until the day of the next.
create or replace function council.fee_pauses(months integer, days daterange)
  returns table (person_id bigint, paused datemultirange)
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
begin
  return query
  with present as (
    select t.person_id, (t.since at time zone 'Europe/Berlin')::date as day
    from council.attendance t
    where t.since >= lower(days) - make_interval(months => months + 1) and t.since < upper(days)
    union
    select p.person_id, g.day from council.fee_presence p join council.fee_meeting g on g.id = p.fee_meeting_id
    where g.day >= lower(days) - make_interval(months => months + 1) and g.day < upper(days)
    union -- a mandate that begins is exercised on its first day; a further one beside it is no exercise of the first
    select m.person_id, greatest(lower(u.u), (lower(days) - make_interval(months => months + 1))::date)
    from (select k.person_id, range_agg(k.valid) as valid from council.membership k group by k.person_id) m
    cross join lateral unnest(m.valid) u (u)
    where u.u && days),
  gap as (
    select p.person_id, p.day, lead(p.day) over (partition by p.person_id order by p.day) as next_day from present p)
  select g.person_id, range_agg(daterange((g.day + make_interval(months => months) + interval '1 day')::date, g.next_day))
  from gap g
  where g.next_day is null or g.next_day > g.day + make_interval(months => months) + interval '1 day'
  group by g.person_id;
end
$$;

-- What a pool compares is what would be paid for a day: with surcharges and reductions, also of functions held for a part of the
-- days, and of a yearly amount the twelfth.
create or replace function council.fee_weigh_lumps() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  r record;
begin
  update work_lump l set worth = council.fee_quotient(1, 12) from work_rule w where w.id = l.work_id and w.pay = 'yearly';
  for r in select w.id, h.function_name, council.fee_quotient(h.over, h.under) as factor
    from work_rule w join council.fee_rule l on l.id = w.rule_id join council.fee_rule_share h on h.rule_id = l.id
    where l.pool is not null and w.pay in ('monthly', 'yearly')
  loop
    if r.function_name is null then
      update work_lump l set worth = l.worth * r.factor where l.work_id = r.id;
    else
      -- One statement: what is put in is not taken off again.
      with held as (
        select a.person_id, range_agg(a.valid) as days from council.fee_assignment a
        where a.function_name = r.function_name group by a.person_id),
      part as (
        insert into work_lump
        select l.work_id, l.person_id, l.organization_id, l.valid * h.days, l.amount, l.pool, l.keeps, l.worth * r.factor
        from work_lump l join held h on h.person_id = l.person_id
        where l.work_id = r.id and l.valid && h.days)
      update work_lump l set valid = l.valid - h.days from held h where l.work_id = r.id and h.person_id = l.person_id;
    end if;
  end loop;
end
$$;

-- Part of a month that is owed for so many days.
create or replace function council.fee_part(mode text, days integer, month_days integer) returns numeric
  language sql immutable parallel safe
  return case mode when 'thirtieth' then council.fee_quotient(greatest(0, 30 - (month_days - days)), 30)
    when 'days' then council.fee_quotient(days, month_days)
    when 'half' then case when days > 15 or days = month_days then 1 else 0.5 end else 1 end;
comment on function council.fee_part(text, integer, integer) is
  'thirtieth: 1/30 less for each day without the right, however long the month is; days: by the calendar; half: up to 15 days half; full: all.';

-- 1 Months: lump sums. Ranges of days with one amount each; rules and pools take days from each other; then months.

create or replace function council.fee_load_lumps(days daterange) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  r record;
begin
  insert into work_lump
  select e.work_id, e.person_id, e.organization_id, e.valid * p.valid::datemultirange, p.amount,
    coalesce(l.pool, case when w.context is not null then '=' || w.name end), 1
  from work_entitled e
  join work_rule w on w.id = e.work_id and w.pay in ('monthly', 'yearly', 'once')
  join council.fee_rule l on l.id = w.rule_id
  join work_price p on p.work_id = w.id and p.slot = 'amount'
    and (p.organization_id is null or p.organization_id = e.organization_id)
  where not isempty(e.valid * p.valid::datemultirange);
  -- Days for which there is no amount.
  insert into work_gap (person_id, kind, blocks, day, rule_name, detail)
  select m.person_id, 'rate', true, lower(m.missing), m.name, m.rate_name
  from (
    select e.person_id, w.name, l.rate_name, (e.valid - range_agg(coalesce(p.valid, daterange('empty'))))
      * datemultirange(daterange(lower(days), case l.due when 'advance' then upper(days)
        else (upper(days) - interval '1 month')::date end)) as missing
    from work_entitled e
    join work_rule w on w.id = e.work_id and w.pay in ('monthly', 'yearly', 'once')
    join council.fee_rule l on l.id = w.rule_id
    left join work_price p on p.work_id = w.id and p.slot = 'amount'
      and (p.organization_id is null or p.organization_id = e.organization_id)
    group by e.person_id, e.organization_id, w.name, l.rate_name, l.due, e.valid) m
  where not isempty(m.missing);

  for r in select x.excluder, x.excluded from council.fee_exclusions() x
    join work_rule b on b.id = x.excluded and b.pay in ('monthly', 'yearly', 'once')
  loop
    update work_lump l set valid = l.valid - o.valid
    from (select a.person_id, range_agg(u.u) as valid from work_lump a cross join lateral unnest(a.valid) u (u)
      where a.work_id = r.excluder group by a.person_id) o
    where l.work_id = r.excluded and l.person_id = o.person_id;
  end loop;

  for r in select w.id, l.pause_months, l.pause_keeps_over, l.pause_keeps_under
    from work_rule w join council.fee_rule l on l.id = w.rule_id
    where l.pause_months is not null and w.pay in ('monthly', 'yearly')
  loop
    insert into work_lump
    select l.work_id, l.person_id, l.organization_id, l.valid * p.paused, l.amount, l.pool,
      council.fee_quotient(r.pause_keeps_over, r.pause_keeps_under)
    from work_lump l join council.fee_pauses(r.pause_months, days) p on p.person_id = l.person_id
    where l.work_id = r.id and not isempty(l.valid * p.paused);
    update work_lump l set valid = l.valid - p.paused
    from council.fee_pauses(r.pause_months, days) p
    where l.work_id = r.id and l.person_id = p.person_id and l.keeps = 1;
  end loop;

  perform council.fee_weigh_lumps();
  update work_lump l set valid = l.valid - o.taken
  from (
    select l.ctid as place, range_agg(u.u) as taken
    from work_lump l join work_rule w on w.id = l.work_id
    join work_lump h on h.person_id = l.person_id and h.pool = l.pool and h.valid && l.valid
    join work_rule wh on wh.id = h.work_id
    cross join lateral unnest(h.valid) u (u)
    where (h.amount * h.keeps * h.worth, -wh.place, -h.work_id, -coalesce(h.organization_id, 0))
      > (l.amount * l.keeps * l.worth, -w.place, -l.work_id, -coalesce(l.organization_id, 0))
    group by l.ctid) o
  where l.ctid = o.place;
  delete from work_lump l where isempty(l.valid);
end
$$;

create or replace function council.fee_pay_months(days daterange) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
begin
  insert into work_item (work_id, person_id, basis, basis_id, day, rate, quantity, share, days, exact, net)
  select m.work_id, m.person_id, 'month', council.fee_day_number(m.month), m.month,
    council.fee_quotient(m.weighted, m.days), null, s.share * council.fee_part(l.prorata, m.days::integer, m.month_days),
    m.days, x.exact, x.exact
  from (
    select (array_agg(w.id order by lower(u.u) desc))[1] as work_id, l.person_id, c.month::date as month,
      extract(day from c.month + interval '1 month' - interval '1 day')::integer as month_days,
      sum((upper(d.part) - lower(d.part)) * l.amount) as weighted, sum(upper(d.part) - lower(d.part)) as days,
      sum((upper(d.part) - lower(d.part)) * l.amount * (1 - l.keeps)) as lost,
      coalesce(sum(upper(d.part) - lower(d.part)) filter (where l.keeps < 1), 0) as paused,
      range_agg(d.part) as parts
    from work_lump l
    join work_rule w on w.id = l.work_id and w.pay in ('monthly', 'yearly')
    join council.fee_rule r on r.id = w.rule_id
    cross join lateral unnest(l.valid) u (u)
    cross join lateral generate_series(date_trunc('month', lower(u.u)::timestamp), (upper(u.u) - 1)::timestamp, '1 month') c (month)
    cross join lateral (select u.u * daterange(c.month::date, (c.month + interval '1 month')::date) as part) d
    where c.month < case r.due when 'advance' then upper(days) else upper(days) - interval '1 month' end
    group by w.name, l.person_id, c.month) m
  join work_rule w on w.id = m.work_id
  join council.fee_rule l on l.id = w.rule_id
  cross join lateral (
    select coalesce(council.fee_product(council.fee_quotient(f.days * h.over + (m.days - f.days) * h.under, m.days * h.under)), 1) as share
    from council.fee_rule_share h
    cross join lateral (
      select case when h.function_name is null then m.days else coalesce((
        select sum(upper(x) - lower(x)) from unnest((select range_agg(a.valid) from council.fee_assignment a
          where a.person_id = m.person_id and a.function_name = h.function_name) * m.parts) x), 0) end as days) f
    where h.rule_id = l.id) s
  -- Of days on which the mandate rests that part is taken off which a day is by the rule; a month that rests wholly is what is kept.
  cross join lateral (
    select council.fee_quotient(m.weighted, m.days) * council.fee_part(l.prorata, m.days::integer, m.month_days) as owed,
      council.fee_quotient(m.lost, case when m.paused < m.days and l.prorata = 'thirtieth' then 30
        when m.paused < m.days and l.prorata = 'days' then m.month_days else m.days end)
        * case when m.paused < m.days and l.prorata in ('thirtieth', 'days') then 1
          else council.fee_part(l.prorata, m.days::integer, m.month_days) end as taken) y
  cross join lateral (select council.fee_quotient(greatest(0, y.owed - y.taken) * s.share, case l.pay when 'yearly' then 12 else 1 end) as exact) x;

  insert into work_item (work_id, person_id, basis, basis_id, day, rate, share, exact, net)
  select distinct on (w.name, l.person_id, t.id) w.id, l.person_id, 'once', t.id, lower(x), l.amount, s.share, l.amount * s.share,
    l.amount * s.share
  from work_lump l
  join work_rule w on w.id = l.work_id and w.pay = 'once'
  join council.person p on p.id = l.person_id
  join council.legislative_term t on t.body_id = p.body_id and t.valid && range_merge(l.valid)
  cross join lateral unnest(l.valid * t.valid::datemultirange) x
  cross join lateral (select case when w.shared then council.fee_share(w.rule_id, l.person_id, lower(x)) else 1 end as share) s
  where lower(x) < upper(days) - interval '1 month'
  order by w.name, l.person_id, t.id, lower(x);
end
$$;

-- Meetings missed without excuse, taken off the month. Missed is a confirmed meeting of a body whose member the person was that day, at
-- which the person was never present and nobody sat in for it; an absence that was announced is an excuse, unless its note says otherwise.
create or replace function council.fee_deduct_absences() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set enable_nestloop = off
as $$
begin
  if not exists (select from work_rule w join council.fee_rule r on r.id = w.rule_id
      where num_nonnulls(r.absence_amount, r.absence_rate) = 1 or r.absence_part_over > 0) then
    return;
  end if;
  update work_item i set net = greatest(0, i.net - x.taken), cut_by = concat_ws(', ', i.cut_by, 'absence ' || x.missed)
  from (
    select i.ctid as row_place, count(*) as missed,
      sum(coalesce(p.amount, i.exact * council.fee_quotient(m.absence_part_over, m.absence_part_under))) as taken
    from (
      select distinct w.id as work_id, w.name, k.person_id, m.id, m.day, r.absence_part_over, r.absence_part_under
      from work_rule w
      join council.fee_rule r on r.id = w.rule_id and (num_nonnulls(r.absence_amount, r.absence_rate) = 1 or r.absence_part_over > 0)
      join (select w.id, w.day, unnest(w.organizations) as organization_id from work_meeting w where w.basis = 'meeting' and w.confirmed) m
        on w.valid @> m.day
      join council.organization o on o.id = m.organization_id
      join council.membership k on k.organization_id = m.organization_id and k.valid @> m.day
        and k.role not in ('substitute', 'minute_taker', 'administration')
      join work_entitled e on e.work_id = w.id and e.person_id = k.person_id and e.valid @> m.day
      where (not exists (select from council.fee_rule_body b where b.rule_id = w.rule_id and b.place = -2)
          or exists (select from council.fee_rule_body b where b.rule_id = w.rule_id and b.place = -2
            and (b.classification = o.classification or b.short_name = o.short_name)))
        and not exists (select from council.attendance t where t.meeting_id = m.id and k.person_id in (t.person_id, t.substitute_for_id))
        and not exists (select from council.announced_absence a where a.meeting_id = m.id and a.person_id = k.person_id
          and a.note !~* '^\s*unentschuldigt')) m
    join work_item i on i.basis = 'month' and i.person_id = m.person_id and i.day = date_trunc('month', m.day)::date
    join work_rule w on w.id = i.work_id and w.name = m.name
    left join work_price p on p.work_id = m.work_id and p.slot = 'absence' and p.valid @> m.day
    group by i.ctid) x
  where x.row_place = i.ctid and i.net > 0;
end
$$;
