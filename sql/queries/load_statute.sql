-- query: load_statute
-- kind: one
-- param: body_id bigint
-- param: document text
-- param: seen bigint
-- row: id bigint
-- row: edition integer
-- row: state text
-- row: outcome text
select s.id, s.edition, s.state, s.outcome from api.load_statute($1::bigint, $2::text, $3::bigint) s
