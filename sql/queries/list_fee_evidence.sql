-- query: list_fee_evidence
-- kind: list
-- key: id bigint
-- sort: valid_from person
-- search: search
-- param: body_id bigint
-- param: person_id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: kind_label text
-- row: name text
-- row: hourly_amount numeric
-- row: flag_label text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, p.name as person, api.code_label('fee_claim', t.kind) as kind_label,
  t.name::text as name, t.hourly_amount::numeric as hourly_amount, case when upper(t.valid) <= current_date then '! ' || api.code_label('fee_flag',
  'expired') when upper(t.valid) <= current_date + 60 then api.code_label('fee_flag',
  'expires') else '' end as flag_label, coalesce(lower(t.valid), '0001-01-01'::date) as valid_from,
  upper(t.valid) - 1 as valid_until, p.search
from council.fee_evidence t
join council.person p on p.id = t.person_id and p.body_id = $1::bigint
where ($2::bigint is null or t.person_id = $2::bigint)
