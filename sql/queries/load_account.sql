-- query: load_account
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: login text
-- row: person_id bigint
-- row: person text
-- row: display_name text
-- row: locked boolean
select a.id, a.version, a.login, a.person_id, coalesce(p.name, '') as person, a.display_name, a.locked
from council.account a
left join council.person p on p.id = a.person_id
where a.id = $1::bigint
