-- What documents of the fee module say: items with their legal basis, tax by month of payment, the budget. Released runs only.

create or replace function council.tax_free(amount numeric, free_over bigint, free_under bigint, at_least numeric, at_most numeric) returns numeric
  language sql immutable parallel safe
  return round(case when amount <= 0 or free_under is null then 0
    else least(amount, coalesce(at_most, amount), greatest(round(amount * free_over / free_under, 2), coalesce(at_least, 0))) end, 2);
comment on function council.tax_free(numeric, bigint, bigint, numeric, numeric) is
  'What of the sum of a month is free of tax: a part, at least, at most, never more than the sum (R 3.12 LStR: a third, at least 250).';

create or replace view api.fee_statement with (security_invoker = true) as
select i.run_id, r.body_id, lower(r.period) as booked, to_char(lower(r.period), 'MM/YYYY') as period, i.person_id,
  i.day as day_order, to_char(i.day, 'DD.MM.YYYY') as day, u.payee,
  concat_ws(' ', u.label, case i.basis when 'month' then to_char(i.day, 'MM/YYYY') when 'meeting' then nullif(concat_ws(' ', o.short_name, nullif(m.number, '')), '')
    when 'group' then g.short_name end) as what,
  u.paragraph::text as basis, s.title::text as statute,
  concat_ws(' ',
    council.german_money(i.rate),
    case when i.quantity <> 1 then '× ' || council.german_number(i.quantity) end,
    case when i.share <> 1 then '× ' || council.german_number(i.share) end,
    case when i.days is not null then format(council.say('(%s Tage)'), i.days) end,
    case when i.minutes is not null then format(council.say('(%s Min.)'), i.minutes) end,
    case when i.cut <> 0 then council.say('gekürzt um ') || council.german_money(abs(i.cut)) end,
    case when i.before <> 0 then format(council.say('= %s, bisher %s'), council.german_money(i.fresh), council.german_money(i.before)) end) as calculation,
  i.amount
from council.fee_item i
join council.fee_run r on r.id = i.run_id and r.state = 'released' and r.kind = 'regular'
join council.fee_rule u on u.id = i.rule_id
join council.statute s on s.id = u.statute_id
left join council.meeting m on i.basis = 'meeting' and m.id = i.basis_id
left join council.organization o on o.id = m.organization_id
left join council.fee_meeting f on i.basis = 'group' and f.id = i.basis_id
left join council.organization g on g.id = f.organization_id;
comment on view api.fee_statement is 'Items of released runs as a statement says them: what, legal basis, calculation, amount.';

-- The tax class of a rule is defined by its statute or by one below it.
create or replace view api.fee_rule_tax with (security_invoker = true) as
with recursive below as (
  select s.id as statute_id, s.id as basis_id, s.body_id, s.based_on, 0 as depth from council.statute s
  union all
  select b.statute_id, n.id, n.body_id, n.based_on, b.depth + 1
  from below b
  cross join lateral (select x.id, x.body_id, x.based_on from council.statute x
    where x.body_id = b.body_id and x.name = b.based_on order by x.edition desc limit 1) n
  where b.depth < 20)
select distinct on (u.id) u.id as rule_id, u.tax_class::text as tax_class, t.label::text as label, t.paragraph::text as paragraph, t.free_over,
  t.free_under, t.at_least, t.at_most
from council.fee_rule u
left join below b on b.statute_id = u.statute_id
left join council.fee_tax_class t on t.statute_id = b.basis_id and t.name = u.tax_class
order by u.id, t.name is null, b.depth;
comment on view api.fee_rule_tax is 'What is free of tax of a rule''s payments.';

-- Counted in the month of payment: transfers on their day of execution, what was set off or paid back when that was decided. What was
-- written off has been kept, and is not taken from the income.
create or replace view api.fee_tax_months with (security_invoker = true) as
select x.body_id, x.person_id, x.month, x.tax_class, x.label, x.paragraph, x.amount,
  council.tax_free(x.amount, x.free_over, x.free_under, x.at_least, x.at_most) as free,
  x.amount - council.tax_free(x.amount, x.free_over, x.free_under, x.at_least, x.at_most) as taxable
from (
  select r.body_id, i.person_id, date_trunc('month', coalesce(f.executed_on, (z.decided_at at time zone 'Europe/Berlin')::date))::date as month,
    coalesce(t.tax_class, '') as tax_class, max(coalesce(t.label, 'steuerpflichtig')) as label, max(coalesce(t.paragraph, '')) as paragraph,
    sum(i.amount) as amount, max(t.free_over) as free_over, max(t.free_under) as free_under, max(t.at_least) as at_least,
    max(t.at_most) as at_most
  from council.fee_settlement z
  left join council.fee_file f on f.id = z.file_id
  join council.fee_due d on d.settlement_id = z.id
  join council.fee_run r on r.id = d.run_id
  join api.fee_item_posting i on i.run_id = d.run_id and i.person_id = d.person_id and i.payee = d.payee and i.payer = d.payer
  left join api.fee_rule_tax t on t.rule_id = i.rule_id
  where z.state = 'done' and z.kind <> 'write_off' and d.payee = 'member'
  group by r.body_id, i.person_id, 3, coalesce(t.tax_class, '')) x;
comment on view api.fee_tax_months is 'What a person was paid in a month by tax class: sum, free, taxable.';
