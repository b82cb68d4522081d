-- query: list_fee_gaps
-- kind: list
-- key: id bigint
-- sort: urgency name
-- search: search
-- param: run_id bigint
-- row: id bigint
-- row: run_id bigint
-- row: person_id bigint
-- row: person text
-- row: name text
-- row: urgency text
-- row: blocks text
-- row: what_label text
-- row: day date
-- row: meeting text
-- row: rule text
-- row: detail text
select g.id, g.run_id, g.person_id, g.name as person, g.name,
  (g.severity || ' ' || g.name) collate council.german as urgency, g.blocks, g.label as what_label, g.day_order as day, g.meeting,
  coalesce((select max(u.label) from council.fee_rule u where u.name = g.rule_name), g.rule_name)::text as rule, g.detail, council.fold_text(concat_ws(' ', g.name, g.label, g.meeting, g.detail)) as search
from api.fee_gaps g
where g.run_id = $1::bigint
