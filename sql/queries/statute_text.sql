-- query: statute_text
-- kind: one
-- param: id bigint
-- row: text text
select api.statute_text($1::bigint) as text
