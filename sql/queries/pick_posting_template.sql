-- query: pick_posting_template
-- kind: list
-- key: id text
-- sort: name
-- search: search
-- param: body_id bigint
-- row: id text
-- row: name text
select t.name as id, t.label as name, council.fold_text(t.label) as search
from (select distinct on (x.name) x.name::text as name, concat_ws(': ', x.name, nullif(x.title, '')) as label
  from council.posting_template x where x.body_id is null or x.body_id = $1::bigint order by x.name, x.body_id nulls last) t
