-- query: list_change_fields
-- kind: list
-- key: field text
-- sort: field
-- search: search
-- param: change_id uuid
-- row: field text
-- row: before text
-- row: after text
select f.field, f.before, f.after, council.fold_text(f.field) as search
from api.change_fields($1::uuid) f
