-- Who sits where in the 12th term: council, groups, committees with expert citizens and ranked substitutes.

insert into council.membership (person_id, organization_id, role, voting_right, seat, sort_order, on_behalf_of_id, valid)
select d.id, 1, case d.id when 1 then 'mayor' else 'member' end, true,
  case when d.id > 1 then d.id - 1 end, d.id, d.group_id, '[2025-11-01,2030-11-01)'
from demo_person d where d.id <= 34;

-- The seat of a councillor who left, and of his predecessor in the group.
insert into council.person (id, body_id, family_name, given_name, form_of_address, gender, abbreviation)
values (90, 1, 'Hünnebeck', 'Werner', 'Herr', 'male', 'hün');
update council.membership set valid = '[2026-03-01,2030-11-01)' where organization_id = 1 and person_id = 33;
insert into council.membership (person_id, organization_id, role, seat, sort_order, on_behalf_of_id, valid)
values (90, 1, 'member', 32, 33, 15, '[2025-11-01,2026-03-01)');

insert into council.membership (person_id, organization_id, role, voting_right, sort_order, valid)
select d.id, d.group_id, case when d.id in (2, 14, 23, 28, 31) then 'chair' else 'member' end, true, d.id,
  '[2025-11-01,2030-11-01)'
from demo_person d where d.id between 2 and 34;

insert into council.membership (person_id, organization_id, role, voting_right, sort_order, valid)
select d.id, o.id, case d.id when 81 then 'minute_taker' else 'administration' end, false, d.id,
  '[2020-11-01,2030-11-01)'
from demo_person d
join council.organization o on o.classification in ('council', 'committee')
where d.id in (81, 82, 83) or d.id between 84 and 88 and o.id = case d.id
  when 84 then 3 when 85 then 4 when 86 then 6 when 87 then 5 else 1 end;

-- Seats per group and committee: all of them, and those held by councillors.
create temporary table demo_quota (group_id bigint, seats integer, councillors integer) on commit drop;
insert into demo_quota values (11, 5, 3), (12, 4, 3), (13, 2, 1), (14, 2, 1), (15, 2, 1);

-- Each committee starts at another person of the group, so that they are not all the same people.
create temporary table demo_seat on commit drop as
with ranked as (
  select c.id as committee, d.id as person_id, d.group_id, d.id <= 34 as councillor, q.seats, q.councillors,
    row_number() over (partition by c.id, d.group_id, d.id <= 34
      order by (d.id + 3 * c.id) % 7, d.id) as place
  from council.organization c
  join demo_person d on d.id between 2 and 62
  join demo_quota q on q.group_id = d.group_id
  where c.classification = 'committee')
select committee, person_id, group_id, councillor, place,
  case when councillor then place <= case committee when 2 then seats else councillors end
    else committee <> 2 and place <= seats - councillors end as sits
from ranked;
-- The main committee: the mayor chairs, so one seat less for the largest group.
update demo_seat set sits = false where committee = 2 and group_id = 11 and place = 5;

insert into council.membership (person_id, organization_id, role, voting_right, seat, sort_order, on_behalf_of_id, valid)
select s.person_id, s.committee,
  case when s.councillor and s.place = 1 and s.group_id = s.committee + 8 and s.committee <> 2 then 'chair'
    when s.councillor then 'member' else 'expert_citizen' end,
  true, row_number() over (partition by s.committee order by s.group_id, not s.councillor, s.place),
  s.group_id::integer * 10 + s.place::integer, s.group_id, '[2025-11-01,2030-11-01)'
from demo_seat s where s.sits;
insert into council.membership (person_id, organization_id, role, voting_right, sort_order, valid)
values (1, 2, 'chair', true, 0, '[2025-11-01,2030-11-01)');
insert into council.membership (person_id, organization_id, role, voting_right, sort_order, valid) values
  (71, 5, 'advisory_citizen', false, 900, '[2025-11-01,2030-11-01)'),
  (72, 6, 'advisory_citizen', false, 900, '[2025-11-01,2030-11-01)');

-- Personal substitutes: each councillor's first one; the rest of the group stands in for all of it.
insert into council.substitution (organization_id, substitute_id, for_person_id, rank, valid)
select m.committee, free.person_id, m.person_id, 1, '[2025-11-01,2030-11-01)'
from (select s.*, row_number() over (partition by committee, group_id order by place) as n
  from demo_seat s where s.sits and s.councillor) m
join (select s.*, row_number() over (partition by committee, group_id order by place) as n
  from demo_seat s where not s.sits and s.councillor) free
  on free.committee = m.committee and free.group_id = m.group_id and free.n = m.n;
insert into council.substitution (organization_id, substitute_id, for_group_id, rank, valid)
select s.committee, s.person_id, s.group_id,
  row_number() over (partition by s.committee, s.group_id order by s.councillor desc, s.place),
  '[2025-11-01,2030-11-01)'
from demo_seat s
where not s.sits and not exists (select from council.substitution b
  where b.organization_id = s.committee and b.substitute_id = s.person_id);

-- Borough councils.
insert into council.membership (person_id, organization_id, role, voting_right, sort_order, on_behalf_of_id, valid)
select d.id, 7 + (d.id % 2), case when d.id in (47, 48) then 'chair' else 'member' end, true, d.id, d.group_id,
  '[2025-11-01,2030-11-01)'
from demo_person d where d.id between 47 and 60;
