-- query: drop_run
-- kind: one
-- param: run_id bigint
-- row: done boolean
select true as done from api.drop_run($1::bigint)
