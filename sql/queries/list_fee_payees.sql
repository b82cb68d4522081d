-- query: list_fee_payees
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
-- row: payee_id bigint
-- row: kind_label text
-- row: name text
-- row: locality text
-- row: personnel_number text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, p.name as person, t.id as payee_id, api.code_label('fee_payee', t.kind) as kind_label,
  t.name::text as name, t.locality::text as locality, t.personnel_number::text as personnel_number,
  coalesce(lower(t.valid), '0001-01-01'::date) as valid_from, upper(t.valid) - 1 as valid_until, p.search
from council.fee_payee t
join council.person p on p.id = t.person_id and p.body_id = $1::bigint
where ($2::bigint is null or t.person_id = $2::bigint)
