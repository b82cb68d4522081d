-- query: save_fee_statute
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: title text
-- param: source text
-- param: note text
-- param: rounding_step numeric
-- param: rounding_mode text
-- row: id bigint
-- row: version bigint
update council.statute s set title = $3::text, source = $4::text, note = coalesce($5::text, ''), rounding_step = $6::numeric, rounding_mode = $7::text,
  file_sha256 = ''
where s.id = $1::bigint and s.version = $2::bigint
returning s.id, s.version
