-- query: rollback_transaction
-- kind: exec
rollback
