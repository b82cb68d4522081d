-- query: save_fee_simulation
-- kind: one
-- param: body_id bigint
-- param: statute_id bigint
-- param: month date
-- param: months integer
-- row: id bigint
-- row: version bigint
select api.simulate($1::bigint, $3::date, $4::integer, $2::bigint, coalesce((select s.title from council.statute s where s.id = $2::bigint), 'geltende Satzungen')) as id,
  1::bigint as version
