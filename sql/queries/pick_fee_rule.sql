-- query: pick_fee_rule
-- kind: list
-- key: id text
-- sort: name
-- search: search
-- row: id text
-- row: name text
select u.name::text as id, max(u.label)::text as name, council.fold_text(max(u.label)) as search
from council.fee_rule u join council.statute s on s.id = u.statute_id and s.state in ('in_force', 'basis')
group by u.name
