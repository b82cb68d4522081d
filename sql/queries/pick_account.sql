-- query: pick_account
-- kind: list
-- key: id bigint
-- sort: name
-- search: search
-- row: id bigint
-- row: name text
select a.id, a.display_name as name, a.search
from council.account a
