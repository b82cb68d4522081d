-- What somebody would write by hand for the same amounts of the bench's city: one aggregate, no differences, no reasons, no limits.
select sum(x.amount), count(*)
from (
  select p.id, coalesce(m.amount, 0) + coalesce(g.amount, 0) + coalesce(l.amount, 0) + coalesce(c.amount, 0) as amount
  from council.person p
  left join (
    select a.person_id, sum(case when k.person_id is not null then 25.50 when e.person_id is not null and o.classification = 'committee' then 35.70 end) as amount
    from council.attendance a
    join council.meeting m on m.id = a.meeting_id
    join council.organization o on o.id = m.organization_id and o.classification in ('council', 'committee')
    join council.fee_confirmation f on f.meeting_id = m.id
    join council.membership own on own.person_id = a.person_id and own.organization_id = m.organization_id and own.valid @> (m.starts_at at time zone 'Europe/Berlin')::date
    left join council.membership k on k.person_id = a.person_id and k.organization_id = 90001 and k.valid @> (m.starts_at at time zone 'Europe/Berlin')::date
    left join (select distinct person_id from council.membership where role = 'expert_citizen') e on e.person_id = a.person_id
    where m.starts_at >= :'from' and m.starts_at < :'to' and m.body_id = 900
    group by a.person_id) m on m.person_id = p.id
  left join (
    select t.person_id, sum(case when k.person_id is not null then 25.50 else 35.70 end) as amount
    from council.fee_presence t join council.fee_meeting g on g.id = t.fee_meeting_id
    left join council.membership k on k.person_id = t.person_id and k.organization_id = 90001 and k.valid @> g.day
    where g.day >= :'from' and g.day < :'to' group by t.person_id) g on g.person_id = p.id
  left join (select k.person_id, 12 * 530.40 as amount from council.membership k where k.organization_id = 90001) l on l.person_id = p.id
  left join (
    select c.person_id, sum(case when c.kind = 'travel' then round(c.kilometres * 0.35, 2)
      else round(extract(epoch from least(c.ends_at, '17:00') - c.begins_at) / 3600 * 12.41, 2) end) as amount
    from council.fee_claim c where c.day >= :'from' and c.day < :'to' and c.state = 'accepted'
      and (c.kind = 'travel' or extract(isodow from c.day) < 6) group by c.person_id) c on c.person_id = p.id
  where p.body_id = 900) x;
