-- query: load_fee_offset
-- kind: one
-- param: person_id bigint
-- row: id bigint
-- row: version bigint
-- row: person text
-- row: settled_by text
-- row: reason text
select p.id, 1::bigint as version, p.name as person, 'reclaim'::text as settled_by, ''::text as reason
from council.person p
where p.id = $1::bigint
