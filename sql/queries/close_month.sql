-- query: close_month
-- kind: one
-- param: body_id bigint
-- param: month date
-- row: done boolean
select true as done from api.close_month($1::bigint, $2::date)
