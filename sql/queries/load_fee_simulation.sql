-- query: load_fee_simulation
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: statute_id bigint
-- row: statute text
-- row: month date
-- row: months integer
select r.id, r.version, r.statute_id, coalesce(s.title, '')::text as statute, lower(r.period) as month, 1 as months
from council.fee_run r
left join council.statute s on s.id = r.statute_id
where r.id = $1::bigint
