-- query: load_person
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: family_name text
-- row: given_name text
-- row: particle text
-- row: title text
-- row: form_of_address text
-- row: gender text
-- row: abbreviation text
-- row: email text
-- row: phone text
select p.id, p.version, p.family_name, p.given_name, p.particle, p.title, p.form_of_address, p.gender, p.abbreviation,
  p.email, p.phone
from council.person p
where p.id = $1::bigint
