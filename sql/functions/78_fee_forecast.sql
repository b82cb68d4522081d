set local role ratstisch_owner;

-- Fees: what the budget year will cost. Months with a committed run: their items. Months without: lump sums as the statutes in
-- force give them, the meetings that are planned at the average cost of a meeting of that organization in the twelve months before,
-- and claims at their monthly average of those months; a month without a run before the last one that has one: what its facts give.
-- Kinds: monthly, meetings, claims.
create or replace function api.fee_forecast(body_id bigint, year integer)
  returns table (month text, kind text, committed numeric, expected numeric)
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  first date := make_date(year, 1, 1);
  last date := make_date(year, 12, 31);
  known date; -- first day after all committed runs
begin
  perform council.require_fees('fees');
  select greatest(first, coalesce(max(upper(r.period)), first)) into known
  from council.fee_run r
  where r.body_id = fee_forecast.body_id and r.kind = 'regular' and r.state <> 'dry' and lower(r.period) <= last;
  perform council.fee_calculate(body_id, (known - interval '12 months')::date, last);
  perform council.fee_round_items();
  return query
  with months as (
    select m::date as first_day from generate_series(first::timestamp, last::timestamp, '1 month') m),
  kinds (kind, label) as (values ('monthly', 'Pauschalen'), ('meeting', 'Sitzungsgeld'), ('claim', 'Anträge')),
  paid as (
    select date_trunc('month', lower(r.period))::date as first_day,
      case when u.pay in ('monthly', 'yearly', 'once') then 'monthly' when u.pay = 'claim' then 'claim' else 'meeting' end as kind, sum(i.amount) as amount
    from council.fee_item i
    join council.fee_run r on r.id = i.run_id and r.state <> 'dry' and r.kind = 'regular'
    join council.fee_rule u on u.id = i.rule_id
    where r.body_id = fee_forecast.body_id and lower(r.period) between first and last
    group by 1, 2),
  past as ( -- the twelve months before, calculated anew
    select f.*, case when f.pay in ('monthly', 'yearly', 'once') then 'monthly' when f.pay = 'claim' then 'claim' else 'meeting' end as sort
    from work_fresh f),
  held as (
    select m.organization_id, sum(p.fresh) / count(distinct m.id) as cost
    from past p join council.meeting m on p.basis = 'meeting' and m.id = p.basis_id
    where p.day < known group by m.organization_id),
  average as (select coalesce(sum(h.cost), 0) / greatest(count(*), 1) as cost from held h),
  other as ( -- a month's average of what has no plan: groups, days, claims
    select p.sort, sum(p.fresh) / 12 as amount from past p
    where p.day < known and p.sort <> 'monthly' and p.basis <> 'meeting' group by p.sort),
  coming as (
    select p.first_day, k.kind, case when p.first_day < known then (select sum(f.fresh) from past f where f.sort = k.kind
          and f.day >= p.first_day and f.day < p.first_day + interval '1 month')
        when k.kind = 'monthly' then (select sum(f.fresh) from past f where f.sort = 'monthly' and f.day >= p.first_day
          and f.day < p.first_day + interval '1 month')
        when k.kind = 'meeting' then coalesce((select sum(coalesce(h.cost, a.cost)) from council.meeting m cross join average a
            left join held h on h.organization_id = m.organization_id
            where m.body_id = fee_forecast.body_id and m.starts_at >= p.first_day::timestamp at time zone 'Europe/Berlin'
              and m.starts_at < (p.first_day + interval '1 month') at time zone 'Europe/Berlin'), 0)
          + coalesce((select o.amount from other o where o.sort = 'meeting'), 0)
        else (select o.amount from other o where o.sort = 'claim') end as amount
    from months p cross join kinds k
    where not exists (select from council.fee_run r
      where r.body_id = fee_forecast.body_id and r.kind = 'regular' and r.state <> 'dry' and r.period @> p.first_day))
  select to_char(m.first_day, 'MM/YYYY'), k.label, coalesce(d.amount, 0)::numeric(14,2), round(coalesce(c.amount, 0), 2)
  from months m cross join kinds k
  left join paid d on d.first_day = m.first_day and d.kind = k.kind
  left join coming c on c.first_day = m.first_day and c.kind = k.kind
  order by m.first_day, k.kind desc;
end
$$;
comment on function api.fee_forecast(bigint, integer) is
  'Budget year by month and kind: what committed runs booked, and what the rest will probably cost.';
