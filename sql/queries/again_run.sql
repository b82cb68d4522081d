-- query: again_run
-- kind: one
-- param: run_id bigint
-- row: run_id bigint
select api.again_run($1::bigint) as run_id
