-- query: list_fee_held
-- kind: list
-- key: id bigint
-- sort: urgency starts_at
-- search: search
-- param: body_id bigint
-- row: id bigint
-- row: meeting_id bigint
-- row: title text
-- row: urgency text
-- row: starts_at timestamptz
-- row: organization text
-- row: number text
-- row: present bigint
-- row: substitutes bigint
-- row: flag_label text
-- row: confirmed text
select m.id, m.id as meeting_id, o.short_name || ' ' || m.number || ', ' || to_char(m.starts_at, 'DD.MM.YYYY') as title,
  case when f.meeting_id is null or x.changed then '0' else '1' end || to_char(99999999 - to_char(m.starts_at, 'YYYYMMDD')::integer, 'FM00000000') as urgency,
  m.starts_at, o.short_name::text as organization, m.number::text as number, n.present, n.substitutes,
  case when f.meeting_id is null then '! ' || api.code_label('fee_flag', 'open') when x.changed then '! ' || api.code_label('fee_flag', 'changed') else api.code_label('fee_flag', 'confirmed') end as flag_label,
  coalesce(to_char(f.confirmed_at at time zone 'Europe/Berlin', 'DD.MM.YYYY') || ' ' || f.confirmed_by, '') as confirmed, m.search
from council.meeting m
join council.organization o on o.id = m.organization_id
left join council.fee_confirmation f on f.meeting_id = m.id
cross join lateral (select f.meeting_id is not null and exists (select from council.meeting_event e where e.meeting_id = m.id and e.seq > f.last_seq
    and e.kind in ('open', 'close', 'arrive', 'depart', 'substitute', 'substitute_end', 'undo')) as changed) x
cross join lateral (select count(distinct t.person_id) as present, count(distinct t.person_id) filter (where t.substitute_for_id is not null) as substitutes
  from council.attendance t where t.meeting_id = m.id) n
where m.body_id = $1::bigint and m.state in ('closed', 'signed')
