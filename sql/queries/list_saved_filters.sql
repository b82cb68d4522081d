-- query: list_saved_filters
-- kind: rows
-- param: screen text
-- row: id bigint
-- row: name text
-- row: setting text
select f.id, f.name, f.setting
from council.saved_filter f
where f.account = council.invoker() and f.screen = $1::text
order by f.name, f.id
