-- query: statute_base_texts
-- kind: rows
-- param: body_id bigint
-- param: name text
-- row: name text
-- row: text text
select t.name, t.text from api.statute_base_texts($1::bigint, $2::text) t
