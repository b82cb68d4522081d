-- query: return_transfer
-- kind: one
-- param: transfer text
-- param: returned_on date
-- param: reason text
-- row: amount numeric
select api.return_transfer(api.transfer_number($1::text), $2::date, $3::text) as amount
