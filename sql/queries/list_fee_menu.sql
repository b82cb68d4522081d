-- query: list_fee_menu
-- kind: list
-- key: id text
-- sort: id
-- search: search
-- param: body_id bigint
-- row: id text
-- row: screen text
-- row: topic_label text
-- row: now text
-- row: waits_label text
select t.place || t.screen as id, t.screen, api.code_label('fee_topic', t.screen) as topic_label, t.now, api.code_label('fee_waits', t.waits) as waits_label, '' as search
from api.fee_menu($1::bigint) t
