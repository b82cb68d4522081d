-- query: begin_transaction
-- kind: exec
begin
