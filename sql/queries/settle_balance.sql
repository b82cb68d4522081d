-- query: settle_balance
-- kind: one
-- param: person text
-- param: settled_by text
-- param: reason text
-- row: amount numeric
select api.settle_balance(api.find_person($1::text), $2::text, $3::text) as amount
