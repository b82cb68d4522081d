-- query: load_fee_document
-- kind: one
-- param: run_id bigint
-- param: person_id bigint
-- param: on_date date
-- row: id bigint
-- row: version bigint
-- row: kind text
-- row: run_id bigint
-- row: year text
-- row: person_id bigint
-- row: person text
-- row: format text
-- row: output text
select 1::bigint as id, 1::bigint as version, case when r.id is null then 'certificate' else 'statement' end as kind, r.id as run_id,
  to_char(coalesce(lower(r.period), $3::date, council.today()), 'YYYY') as year, p.id as person_id, coalesce(p.name, '')::text as person,
  'text' as format, ''::text as output
from (values (1)) one (n)
left join council.fee_run r on r.id = $1::bigint and r.kind = 'regular'
left join council.person p on p.id = $2::bigint
