-- query: check_facts
-- kind: rows
-- param: meeting_id bigint
-- row: what text
-- row: key text
-- row: detail text
select f.what, f.key, f.detail from api.projection_facts($1::bigint) f
