-- query: check_fee_part
-- kind: one
-- param: statute_id bigint
-- param: part text
-- param: version bigint
-- row: id bigint
-- row: version bigint
select $1::bigint as id, $3::bigint as version
where api.check_statute_part($1::bigint, $2::text, $3::bigint)
