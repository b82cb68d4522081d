-- query: load_fee_payee
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: kind text
-- row: name text
-- row: street_address text
-- row: postal_code text
-- row: locality text
-- row: tax_number text
-- row: personnel_number text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, coalesce(p.name, '')::text as person, t.kind::text as kind, t.name::text as name,
  t.street_address::text as street_address, t.postal_code::text as postal_code, t.locality::text as locality,
  t.tax_number::text as tax_number, t.personnel_number::text as personnel_number, lower(t.valid) as valid_from,
  upper(t.valid) - 1 as valid_until
from council.fee_payee t
left join council.person p on p.id = t.person_id
where t.id = $1::bigint
