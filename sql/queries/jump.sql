-- query: jump
-- kind: rows
-- param: fragment text
-- row: kind text
-- row: id text
-- row: label text
-- row: detail text
select j.kind, j.id, j.label, j.detail
from api.jump($1::text) j
