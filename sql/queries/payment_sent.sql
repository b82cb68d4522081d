-- query: payment_sent
-- kind: one
-- param: file bigint
-- row: id bigint
select api.payment_sent($1::bigint) as id
