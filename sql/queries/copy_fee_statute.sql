-- query: copy_fee_statute
-- kind: one
-- param: template_id bigint
-- row: id bigint
-- row: version bigint
-- row: text text
select null::bigint as id, null::bigint as version, api.copied_statute_text($1::bigint) as text
