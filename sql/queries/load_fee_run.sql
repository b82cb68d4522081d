-- query: load_fee_run
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: month date
-- row: months integer
-- row: name text
select r.id, r.version, lower(r.period) as month,
  (extract(year from age(upper(r.period), lower(r.period))) * 12 + extract(month from age(upper(r.period), lower(r.period))))::integer as months,
  r.name::text as name
from council.fee_run r
where r.id = $1::bigint
