-- query: save_fee_run
-- kind: one
-- param: body_id bigint
-- param: month date
-- param: months integer
-- param: name text
-- row: id bigint
-- row: version bigint
select api.dry_run($1::bigint, $2::date, coalesce($3::integer, 1), coalesce($4::text, '')) as id, 1::bigint as version
