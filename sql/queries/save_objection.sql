-- query: save_objection
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: meeting_id bigint
-- param: item_id uuid
-- param: person_id bigint
-- param: text text
-- param: state text
-- param: decision text
-- row: id bigint
-- row: version bigint
select s.saved_id as id, s.saved_version as version
from api.save_objection($1::bigint, $2::bigint, $3::bigint, $4::uuid, $5::bigint, $6::text, $7::text, $8::text) s
