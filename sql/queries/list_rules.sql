-- query: list_rules
-- kind: list
-- key: id bigint
-- sort: key rule_set value
-- search: search
-- row: id bigint
-- row: key text
-- row: value text
-- row: valid_from date
-- row: valid_until date
-- row: rule_set text
-- row: source text
-- row: note text
select r.id, r.key, r.value, lower(r.valid) as valid_from, upper(r.valid) - 1 as valid_until, s.name as rule_set, r.source,
  r.note, council.fold_text(r.key || ' ' || s.name || ' ' || r.source) as search
from council.rule r
join council.rule_set s on s.id = r.rule_set_id
