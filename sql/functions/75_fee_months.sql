set local role ratstisch_owner;

-- Fees: what only lump sums need. Days on which a mandate rests, what a day is worth in a pool, parts of months, meetings that were
-- missed. Called by the steps of 75_fee_items.sql.

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
    select i.id, count(*) as missed,
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
    group by i.id) x
  where x.id = i.id and i.net > 0;
end
$$;
