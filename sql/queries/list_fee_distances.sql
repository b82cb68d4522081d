-- query: list_fee_distances
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
-- row: location text
-- row: kilometres numeric
-- row: vehicle_label text
-- row: automatic boolean
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, p.name as person, coalesce(l.name, '')::text as location, t.kilometres::numeric as kilometres,
  api.code_label('fee_vehicle', t.vehicle) as vehicle_label, t.automatic, coalesce(lower(t.valid),
  '0001-01-01'::date) as valid_from, upper(t.valid) - 1 as valid_until, p.search
from council.fee_distance t
join council.person p on p.id = t.person_id and p.body_id = $1::bigint
left join council.location l on l.id = t.location_id
where ($2::bigint is null or t.person_id = $2::bigint)
