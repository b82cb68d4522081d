-- query: check_ledger
-- kind: rows
-- param: meeting_id bigint
-- row: what text
-- row: seq bigint
-- row: detail text
select c.what, c.seq, c.detail from api.check_ledger($1::bigint) c
