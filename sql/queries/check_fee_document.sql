-- query: check_fee_document
-- kind: one
-- row: id bigint
-- row: version bigint
select 1::bigint as id, 1::bigint as version
