-- query: list_fee_simulation_persons
-- kind: list
-- key: id bigint
-- sort: name difference amount
-- search: search
-- param: run_id bigint
-- row: id bigint
-- row: run_id bigint
-- row: person_id bigint
-- row: person text
-- row: period text
-- row: statute text
-- row: amount_text text
-- row: before_text text
-- row: name text
-- row: group_name text
-- row: meetings integer
-- row: group_meetings integer
-- row: before numeric
-- row: amount numeric
-- row: difference numeric
select p.person_id as id, p.run_id, p.person_id, p.name as person, r.period, r.name as statute, r.amount_text, r.before_text, p.name, p.group_name, p.meetings,
  p.group_meetings, p.before::numeric as before, p.amount::numeric as amount, p.difference::numeric as difference, p.search
from api.fee_person_lines p join api.fee_run_lines r on r.id = p.run_id
where p.run_id = $1::bigint
