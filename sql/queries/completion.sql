-- query: completion
-- kind: rows
-- param: fragment text
-- row: word text
select c.word
from api.completion($1::text) c
