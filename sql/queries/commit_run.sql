-- query: commit_run
-- kind: one
-- param: run_id bigint
-- row: done boolean
select true as done from api.commit_run($1::bigint)
