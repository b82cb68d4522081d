-- query: set_demo_scale
-- kind: one
-- role: superuser
-- param: scale text
-- row: scale text
select set_config('ratstisch.scale', $1::text, false) as scale
