-- query: list_fee_meetings
-- kind: list
-- key: id bigint
-- sort: day organization
-- search: search
-- param: body_id bigint
-- row: id bigint
-- row: version bigint
-- row: day date
-- row: organization text
-- row: times text
-- row: people bigint
-- row: present text
-- row: received_on date
-- row: flag_label text
select t.id, t.version, t.day, o.short_name::text as organization, to_char(t.begins_at, 'HH24:MI') || '–' || to_char(t.ends_at, 'HH24:MI') as times,
  n.people, n.present, t.received_on,
  concat_ws(', ', nullif(case when c.group_deadline_days is null or t.received_on <= t.day + c.group_deadline_days then '' when t.late_reason <> '' then api.code_label('fee_flag', 'late')
    else '! ' || api.code_label('fee_flag', 'missed') end, ''),
    case when council.fee_strangers(t.id) <> '' then api.code_label('fee_flag', 'stranger') end) as flag_label, o.search
from council.fee_meeting t
join council.organization o on o.id = t.organization_id and o.body_id = $1::bigint
left join council.fee_setting c on c.body_id = o.body_id
cross join lateral (select count(distinct p.person_id) as people, coalesce(string_agg(distinct q.abbreviation, ' ' order by q.abbreviation), '') as present
  from council.fee_presence p join council.person q on q.id = p.person_id where p.fee_meeting_id = t.id) n
