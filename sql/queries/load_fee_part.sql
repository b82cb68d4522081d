-- query: load_fee_part
-- kind: one
-- param: statute_id bigint
-- param: part text
-- row: id bigint
-- row: version bigint
-- row: text text
select p.id, p.version, p.text from api.statute_part($1::bigint, $2::text) p where p.id is not null
