-- query: drop_payment
-- kind: one
-- param: file bigint
-- row: id bigint
select api.drop_payment($1::bigint) as id
