-- query: settle_balance
-- kind: one
-- param: person bigint
-- param: settled_by text
-- param: reason text
-- row: amount numeric
select api.settle_balance($1::bigint, $2::text, $3::text) as amount
