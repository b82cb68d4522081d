-- Meetings, agendas and results as other clients read them.

create or replace view api.meeting with (security_invoker = true) as
select m.id, m.body_id, m.organization_id, o.name as organization_name, o.short_name as organization_short,
  m.number, m.name, m.state, api.code_label('meeting_state', m.state) as state_label, m.starts_at, m.ends_at,
  l.name as location_name, l.room, m.search
from council.meeting m
join council.organization o on o.id = m.organization_id
left join council.location l on l.id = m.location_id;
comment on view api.meeting is 'Meetings that the asker may see.';

create or replace view api.agenda_item with (security_invoker = true) as
select i.id, i.meeting_id, i.number, i.position, i.title, i.is_public as public, i.reference, i.paper_title,
  i.standard, coalesce(s.state, 'open') as state, s.position as held_position, s.started_at, s.ended_at,
  s.result, api.code_label('result', s.result) as result_label,
  coalesce(not exists (select from council.agenda_version_item v
    where v.item_id = i.id and v.version = 1), false) as supplemented,
  i.search
from council.agenda_item i
left join council.item_state s on s.item_id = i.id
where not i.void;
comment on view api.agenda_item is 'Agenda items that the asker may see, as planned and as held.';

create or replace view api.vote_event with (security_invoker = true) as
select v.event_id as id, v.meeting_id, v.item_id, v.at, v.slot, v.number, v.mode, v.rule, v.outcome,
  v.legal, v.entitled, v.present, v.yes, v.no, v.abstain, v.invalid, v.repeated_by_id is not null as repeated
from council.vote_event v;
comment on view api.vote_event is 'Votes (Popolo VoteEvent) on items that the asker may see.';

create or replace view api.vote with (security_invoker = true) as
select v.event_id as vote_event_id, v.person_id, p.name as person_name, v.option
from council.vote v join council.person p on p.id = v.person_id;
comment on view api.vote is 'Votes of persons in roll calls.';

create or replace view api.attendance with (security_invoker = true) as
select a.meeting_id, a.person_id, p.name as person_name, a.since, a.until, a.substitute_for_id
from council.attendance a join council.person p on p.id = a.person_id;
comment on view api.attendance is 'Intervals of presence.';
