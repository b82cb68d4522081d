-- query: list_fee_bands
-- kind: list
-- key: id bigint
-- sort: size_from
-- search: search
-- param: rate_id bigint
-- row: id bigint
-- row: version bigint
-- row: rate_id bigint
-- row: size_from bigint
-- row: size_to bigint
-- row: amount text
select t.id, t.version, t.rate_id, coalesce(lower(t.size), 0) as size_from, upper(t.size) - 1 as size_to, council.plain_amount(t.amount) as amount,
  '' as search
from council.fee_band t
where t.rate_id = $1::bigint
