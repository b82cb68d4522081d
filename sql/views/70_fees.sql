-- Fees as lists show them; money as people read it, right-aligned by the screen.

create or replace view api.fee_runs with (security_invoker = true) as
select r.id, r.body_id, r.kind, r.state, lower(r.period) as first_day,
  to_char(lower(r.period), 'MM/YYYY') || case when upper(r.period) > (lower(r.period) + interval '1 month')::date
    then '–' || to_char(upper(r.period) - 1, 'MM/YYYY') else '' end as period,
  case when r.kind = 'simulation' then council.say('Simulation') else council.say(api.code_label('fee_run_state', r.state))
    || case when r.state = 'dry' then ' ' || r.attempt else '' end end as state_label,
  council.german_money(r.amount) as amount, r.amount as amount_order,
  (select council.german_money(coalesce(sum(p.before), 0)) from council.fee_run_person p where p.run_id = r.id) as before,
  (select count(*) from council.fee_run_person p where p.run_id = r.id) as persons,
  (select count(*) from council.fee_run_person p where p.run_id = r.id and p.open_gaps > 0 and not p.blocked) as noted,
  (select count(*) from council.fee_run_person p where p.run_id = r.id and p.blocked) as blocked,
  r.name::text as name, r.created_at, r.created_by, r.committed_at, r.committed_by, r.released_at, r.released_by, r.version
from council.fee_run r;
comment on view api.fee_runs is 'Runs with their sums.';

create or replace view api.fee_run_persons with (security_invoker = true) as
select p.run_id, p.person_id, n.name, n.search,
  coalesce((select o.short_name from council.membership m join council.organization o on o.id = m.organization_id
    where m.person_id = p.person_id and o.classification = 'group' and m.valid && r.period
    order by upper(m.valid) desc nulls first limit 1), '')::text as group_name,
  p.meetings, p.group_meetings, replace(to_char(p.loss_minutes / 60.0, 'FM999990.0'), '.', ',') as loss_hours, p.loss_minutes,
  to_char(p.kilometres, 'FM999999990') as kilometres, council.german_money(p.amount) as amount, p.amount as amount_order,
  council.german_money(p.before) as before, case when p.amount > p.before then '+' else '' end || council.german_money(p.amount - p.before) as change,
  council.german_money(p.difference) as difference, case when p.blocked then '!' else '' end as blocked, p.open_gaps,
  concat_ws(' ', case when p.blocked then '!' end, nullif(council.say_list(p.note), '')) as note
from council.fee_run_person p
join council.fee_run r on r.id = p.run_id
join council.person n on n.id = p.person_id;
comment on view api.fee_run_persons is 'Persons of a run as the fee clerk''s list shows them.';

-- The one home of where an item is booked and who pays it: what the municipality says of the rule (fee_account, on the first day
-- of the run), and what is empty there by the statute.
create or replace view api.fee_item_posting with (security_invoker = true) as
select i.id as item_id, i.run_id, i.person_id, i.rule_id, i.day, i.amount, u.label::text as label, u.payee::text as payee,
  coalesce(nullif(a.account, ''), u.account)::text as account, coalesce(nullif(a.cost_centre, ''), u.cost_centre)::text as cost_centre,
  coalesce(nullif(a.wage_type, ''), u.wage_type)::text as wage_type, coalesce(nullif(a.payer, ''), u.payer)::text as payer
from council.fee_item i
join council.fee_run r on r.id = i.run_id
join council.fee_rule u on u.id = i.rule_id
left join council.fee_account a on a.body_id = r.body_id and a.rule_name::text = i.rule_name and a.valid @> lower(r.period);
comment on view api.fee_item_posting is 'Items with account, cost centre, wage type, payee and payer.';

create or replace view api.fee_items with (security_invoker = true) as
select i.id, i.run_id, i.person_id, i.rule_name, u.label::text as label, u.paragraph::text as paragraph, i.basis, i.basis_id,
  to_char(i.day, 'DD.MM.YYYY') as day, i.day as day_order,
  council.german_money(i.amount) as amount, council.german_money(i.fresh) as fresh, council.german_money(i.before) as before,
  i.amount as amount_order, p.account, p.cost_centre, p.wage_type, p.payer, coalesce(u.tax_class, '')::text as tax_class
from council.fee_item i
join council.fee_rule u on u.id = i.rule_id
join api.fee_item_posting p on p.item_id = i.id;
comment on view api.fee_items is 'Items of runs with their rule.';

create or replace view api.fee_gaps with (security_invoker = true) as
select g.id, g.run_id, g.person_id, coalesce(n.name, '') as name, coalesce(n.search, '') as search, g.kind, api.code_label('fee_gap', g.kind) as label,
  case when g.blocks then '!' else '' end as blocks, case when g.blocks then 0 else 1 end as severity,
  coalesce(to_char(g.day, 'DD.MM.YYYY'), '') as day, g.day as day_order,
  coalesce((select o.short_name || ' ' || m.number from council.meeting m join council.organization o on o.id = m.organization_id
    where m.id = g.meeting_id), '') as meeting, g.meeting_id, g.claim_id, coalesce(g.rule_name, '') as rule_name,
  council.say(case when g.kind = 'size' then api.code_label('fee_measure', g.detail)
    when g.kind in ('open_claim', 'evidence', 'confirm', 'deadline', 'working_hours', 'no_rule') then api.code_label('fee_claim', g.detail)
    else g.detail::text end) as detail
from council.fee_gap g left join council.person n on n.id = g.person_id;
comment on view api.fee_gaps is 'What is missing or striking in a run.';
