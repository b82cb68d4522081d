-- query: list_fee_topics
-- kind: list
-- key: id text
-- sort: id
-- search: search
-- param: person_id bigint
-- row: id text
-- row: screen text
-- row: person_id bigint
-- row: person text
-- row: topic_label text
-- row: entries bigint
-- row: now text
select t.place || t.screen as id, t.screen, t.person_id, t.person, api.code_label('fee_topic', t.screen) as topic_label, t.entries, t.now, '' as search
from api.fee_topics($1::bigint) t
