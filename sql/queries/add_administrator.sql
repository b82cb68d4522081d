-- query: add_administrator
-- kind: one
-- role: superuser
-- param: login text
-- param: display_name text
-- row: id bigint
select api.add_administrator($1::text, $2::text) as id
