-- query: load_location
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: name text
-- row: room text
-- row: street_address text
-- row: postal_code text
-- row: locality text
select l.id, l.version, l.name, l.room, l.street_address, l.postal_code, l.locality
from council.location l
where l.id = $1::bigint
