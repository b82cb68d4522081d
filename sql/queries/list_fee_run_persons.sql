-- query: list_fee_run_persons
-- kind: list
-- key: id bigint
-- sort: urgency name amount
-- search: search
-- param: run_id bigint
-- row: id bigint
-- row: run_id bigint
-- row: person_id bigint
-- row: person text
-- row: run_state text
-- row: period text
-- row: state_label text
-- row: attempt text
-- row: made text
-- row: amount_text text
-- row: before_text text
-- row: persons bigint
-- row: noted bigint
-- row: blocked bigint
-- row: blocked_names text
-- row: urgency text
-- row: name text
-- row: group_name text
-- row: meetings integer
-- row: group_meetings integer
-- row: loss_hours numeric
-- row: kilometres integer
-- row: amount numeric
-- row: before numeric
-- row: change text
-- row: difference numeric
-- row: note_labels text
select p.person_id as id, p.run_id, p.person_id, p.name as person, r.run_state, r.period, r.state_label, coalesce(' ' || nullif(r.attempt, ''), '') as attempt, r.made,
  r.amount_text, r.before_text, r.persons, r.noted, r.blocked, r.blocked_names, p.urgency, p.name, p.group_name, p.meetings, p.group_meetings,
  p.loss_hours, p.kilometres, p.amount::numeric as amount, p.before::numeric as before, p.change, p.difference::numeric as difference, p.note as note_labels, p.search
from api.fee_person_lines p join api.fee_run_lines r on r.id = p.run_id
where p.run_id = $1::bigint
