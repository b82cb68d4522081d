-- query: list_fee_claims
-- kind: list
-- key: id bigint
-- sort: day person
-- search: search
-- param: body_id bigint
-- param: person_id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: mark text
-- row: day date
-- row: kind_label text
-- row: times text
-- row: amount numeric
-- row: kilometres numeric
-- row: evidence text
-- row: state_label text
-- row: flag text
select t.id, t.version, t.person_id, p.name as person,
  case when t.state = 'open' or t.late_reason = '' and t.received_on > t.day + make_interval(months => s.claim_deadline_months) then '!' else '' end as mark,
  t.day, api.code_label('fee_claim', t.kind) as kind_label,
  coalesce(to_char(t.begins_at, 'HH24:MI') || '–' || to_char(t.ends_at, 'HH24:MI'), '') as times,
  coalesce(t.amount, round(t.hourly_amount, 2)) as amount, t.kilometres::numeric as kilometres, t.evidence::text as evidence,
  api.code_label('fee_claim_state', t.state) as state_label,
  concat_ws(' ', case when t.late_reason = '' and t.received_on > t.day + make_interval(months => s.claim_deadline_months)
    then 'Frist versäumt' end, nullif(t.reason, ''), nullif(t.note, '')) as flag, p.search
from council.fee_claim t
join council.person p on p.id = t.person_id and p.body_id = $1::bigint
left join council.fee_setting s on s.body_id = p.body_id
where ($2::bigint is null or t.person_id = $2::bigint)
