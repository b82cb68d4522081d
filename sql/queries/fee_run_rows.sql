-- query: fee_run_rows
-- kind: rows
-- param: run_id bigint
-- row: person_id bigint
-- row: name text
-- row: group_name text
-- row: meetings integer
-- row: group_meetings integer
-- row: loss_hours text
-- row: kilometres text
-- row: amount text
-- row: before text
-- row: change text
-- row: difference text
-- row: blocked text
-- row: note text
select p.person_id, p.name, p.group_name, p.meetings, p.group_meetings, p.loss_hours, p.kilometres, p.amount, p.before, p.change,
  p.difference, p.blocked, p.note
from api.fee_run_persons p
where p.run_id = $1::bigint
order by p.name, p.person_id
