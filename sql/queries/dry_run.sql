-- query: dry_run
-- kind: one
-- param: body_id bigint
-- param: first_month date
-- param: months integer
-- param: name text
-- row: run_id bigint
select api.dry_run($1::bigint, $2::date, $3::integer, $4::text) as run_id
