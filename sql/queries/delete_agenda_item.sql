-- query: delete_agenda_item
-- kind: one
-- param: id uuid
-- param: version bigint
-- row: id uuid
delete from council.agenda_item t
where t.id = $1::uuid and t.version = $2::bigint
returning t.id
