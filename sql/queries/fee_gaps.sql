-- query: fee_gaps
-- kind: rows
-- param: run_id bigint
-- row: person_id bigint
-- row: name text
-- row: blocks text
-- row: kind text
-- row: label text
-- row: day text
-- row: meeting text
-- row: rule_name text
-- row: detail text
select g.person_id, g.name, g.blocks, g.kind, council.say(g.label) as label, g.day, g.meeting, g.rule_name, g.detail
from api.fee_gaps g
where g.run_id = $1::bigint
order by g.severity, g.name, g.label, g.day, g.id
