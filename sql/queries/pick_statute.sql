-- query: pick_statute
-- kind: list
-- key: id bigint
-- sort: name
-- search: search
-- row: id bigint
-- row: name text
select s.id, s.title || ' (' || s.name || case when s.edition > 1 then '/' || s.edition else '' end || ', ' || api.code_label('statute_state', s.state) || ')' as name,
  council.fold_text(concat_ws(' ', s.title, s.name)) as search
from council.statute s
