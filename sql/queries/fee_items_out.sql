-- query: fee_items_out
-- kind: rows
-- param: run_id bigint
-- row: item bigint
-- row: person_id bigint
-- row: name text
-- row: rule_name text
-- row: label text
-- row: paragraph text
-- row: statute text
-- row: basis text
-- row: day text
-- row: what text
-- row: since text
-- row: until text
-- row: substitute_for text
-- row: rate text
-- row: quantity text
-- row: minutes integer
-- row: share text
-- row: days integer
-- row: exact text
-- row: cut text
-- row: cut_by text
-- row: fresh text
-- row: before text
-- row: amount text
select i.id as item, i.person_id, p.name, i.rule_name, u.label::text as label, u.paragraph::text as paragraph,
  s.name::text || '/' || s.edition as statute, i.basis, to_char(i.day, 'DD.MM.YYYY') as day,
  coalesce(o.short_name || coalesce(' ' || nullif(m.number, ''), ''), q.short_name, api.code_label('fee_claim', c.kind), '')::text as what,
  coalesce(to_char(i.since at time zone 'Europe/Berlin', 'HH24:MI'), '') as since,
  coalesce(to_char(i.until at time zone 'Europe/Berlin', 'HH24:MI'), '') as until, coalesce(b.name, '') as substitute_for,
  replace(trim_scale(round(i.rate, 6))::text, '.', ',') as rate, replace(trim_scale(round(i.quantity, 6))::text, '.', ',') as quantity,
  i.minutes, replace(trim_scale(round(i.share, 6))::text, '.', ',') as share, i.days,
  replace(trim_scale(round(i.exact, 6))::text, '.', ',') as exact, replace(trim_scale(round(i.cut, 6))::text, '.', ',') as cut,
  coalesce(i.cut_by, '') as cut_by, replace(i.fresh::text, '.', ',') as fresh, replace(i.before::text, '.', ',') as before,
  replace(i.amount::text, '.', ',') as amount
from council.fee_item i
join (select n.id, n.name, row_number() over (order by n.name, n.id) as place from council.person n) p on p.id = i.person_id
join council.fee_rule u on u.id = i.rule_id
join council.statute s on s.id = u.statute_id
left join council.meeting m on i.basis = 'meeting' and m.id = i.basis_id
left join council.organization o on o.id = m.organization_id
left join council.fee_meeting g on i.basis = 'group' and g.id = i.basis_id
left join council.organization q on q.id = g.organization_id
left join council.fee_claim c on i.basis = 'claim' and c.id = i.basis_id
left join council.person b on b.id = i.substitute_for_id
where i.run_id = $1::bigint
order by p.place, i.day, i.id
