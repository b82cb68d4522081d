-- query: commit_transaction
-- kind: exec
commit
