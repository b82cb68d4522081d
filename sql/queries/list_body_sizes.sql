-- query: list_body_sizes
-- kind: list
-- key: id bigint
-- sort: valid_from
-- search: search
-- param: body_id bigint
-- row: id bigint
-- row: version bigint
-- row: measure_label text
-- row: organization text
-- row: value bigint
-- row: source text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, api.code_label('fee_measure', t.measure) as measure_label, coalesce(o.name, '')::text as organization, t.value, t.source::text as source,
  coalesce(lower(t.valid), '0001-01-01'::date) as valid_from, upper(t.valid) - 1 as valid_until, council.fold_text(concat_ws(' ', o.name, t.source)) as search
from council.body_size t
left join council.organization o on o.id = t.organization_id
where t.body_id = $1::bigint
