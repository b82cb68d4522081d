-- query: statute_top_texts
-- kind: rows
-- param: body_id bigint
-- param: name text
-- row: name text
-- row: text text
select t.name, t.text from api.statute_top_texts($1::bigint, $2::text) t
