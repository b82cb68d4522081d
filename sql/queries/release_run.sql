-- query: release_run
-- kind: one
-- param: run_id bigint
-- row: done boolean
select true as done from api.release_run($1::bigint)
