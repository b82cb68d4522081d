-- query: pick_fee_function
-- kind: list
-- key: id text
-- sort: name
-- search: search
-- row: id text
-- row: name text
select f.name::text as id, max(f.label)::text as name, council.fold_text(max(f.label)) as search
from council.fee_function f
group by f.name
