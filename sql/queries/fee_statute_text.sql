-- query: fee_statute_text
-- kind: one
-- param: statute_id bigint
-- row: text text
select api.statute_text($1::bigint) as text
