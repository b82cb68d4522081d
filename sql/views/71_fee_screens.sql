-- Fees as the screens of the fee clerk show them; money stays numeric, the screen writes it.

create or replace view api.fee_run_lines with (security_invoker = true) as
select r.id, r.body_id, r.kind, r.state as run_state, lower(r.period) as first_day,
  to_char(lower(r.period), 'YYYY-MM') || case when upper(r.period) > (lower(r.period) + interval '1 month')::date
    then council.say(' bis ') || to_char(upper(r.period) - 1, 'YYYY-MM') else '' end as period,
  case when r.kind = 'regular' then api.code_label('fee_run_state', r.state) else 'Simulation' end as state_label,
  case when r.kind = 'regular' and r.state = 'dry' then r.attempt::text else '' end as attempt,
  to_char(r.created_at at time zone 'Europe/Berlin', 'DD.MM. HH24:MI') as made,
  r.amount, council.german_money(r.amount) as amount_text, p.before, council.german_money(p.before) as before_text,
  p.persons, p.noted, p.blocked, case when p.names <> '' then '(' || p.names || ')' else '' end as blocked_names,
  r.name::text as name, concat_ws(', ', r.created_by, r.committed_by, r.released_by) as who, r.created_at, r.version,
  coalesce((select s.title from council.statute s where s.id = r.statute_id), '')::text as statute
from council.fee_run r
cross join lateral (
  select coalesce(sum(q.before), 0) as before, count(*) as persons, count(*) filter (where q.open_gaps > 0 and not q.blocked) as noted,
    count(*) filter (where q.blocked) as blocked,
    coalesce(left(string_agg(split_part(n.name, ',', 1) || ': ' || council.say_list(q.note), '; ' order by n.name) filter (where q.blocked), 200), '') as names
  from council.fee_run_person q join council.person n on n.id = q.person_id where q.run_id = r.id) p;
comment on view api.fee_run_lines is 'A run as a line of the list of runs, and as the head of the list of its persons.';

create or replace view api.fee_person_lines with (security_invoker = true) as
select p.run_id, p.person_id, n.name, n.search,
  (case when p.blocked then '0' when p.open_gaps > 0 then '1' else '2' end || ' ' || n.name) collate council.german as urgency,
  coalesce((select o.short_name from council.membership m join council.organization o on o.id = m.organization_id
    where m.person_id = p.person_id and o.classification = 'group' and m.valid && r.period
    order by upper(m.valid) desc nulls first limit 1), '')::text as group_name,
  p.meetings, p.group_meetings, round(p.loss_minutes / 60.0, 1) as loss_hours, round(p.kilometres)::integer as kilometres, p.amount, p.before,
  case when p.amount > p.before then '+' else '' end || council.german_money(p.amount - p.before) as change, p.difference,
  concat_ws(' ', case when p.blocked then '!' end, nullif(p.note, '')) as note
from council.fee_run_person p
join council.fee_run r on r.id = p.run_id
join council.person n on n.id = p.person_id;
comment on view api.fee_person_lines is 'Persons of a run: blocked ones first, then those with a note (urgency).';
