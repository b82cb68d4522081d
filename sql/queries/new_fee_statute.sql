-- query: new_fee_statute
-- kind: one
-- param: body_id bigint
-- row: id bigint
-- row: version bigint
-- row: text text
select null::bigint as id, null::bigint as version, api.new_statute_text($1::bigint) as text
