-- query: load_fee_distance
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: location_id bigint
-- row: location text
-- row: kilometres numeric
-- row: vehicle text
-- row: automatic boolean
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, coalesce(p.name, '')::text as person, t.location_id, coalesce(l.name, '')::text as location, t.kilometres::numeric as kilometres,
  t.vehicle::text as vehicle, t.automatic, lower(t.valid) as valid_from, upper(t.valid) - 1 as valid_until
from council.fee_distance t
left join council.person p on p.id = t.person_id
left join council.location l on l.id = t.location_id
where t.id = $1::bigint
