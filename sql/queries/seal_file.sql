-- query: seal_file
-- kind: one
-- param: file bigint
-- param: content bytea
-- row: sha256 text
select api.seal_file($1::bigint, $2::bytea) as sha256
