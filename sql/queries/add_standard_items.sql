-- query: add_standard_items
-- kind: one
-- param: meeting_id bigint
-- row: added integer
select api.add_standard_items($1::bigint) as added
