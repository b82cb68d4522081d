-- query: simulate
-- kind: one
-- param: body_id bigint
-- param: first_month date
-- param: months integer
-- param: statute text
-- row: run_id bigint
select api.simulate($1::bigint, $2::date, $3::integer, api.find_statute($1::bigint, $4::text), coalesce($4::text, '')) as run_id
