-- query: list_fee_parts
-- kind: list
-- key: id integer
-- sort: id
-- search: search
-- param: statute_id bigint
-- row: id integer
-- row: part text
-- row: part_label text
-- row: name text
-- row: lines integer
select p.place as id, p.part, api.code_label('statute_part', p.part) as part_label, coalesce(nullif(p.label, ''), (
    select string_agg(l.words[1], ', ' order by l.number) from regexp_matches(p.text, '^(?:statute|function|tax_class|rate|cap) ([a-z0-9_]+)', 'gn')
      with ordinality l (words, number))) as name,
  case when p.text <> '' then length(p.text) - length(replace(p.text, E'\n', '')) + 1 else 0 end as lines,
  council.fold_text(concat_ws(' ', p.part, p.label, p.text)) as search
from api.statute_parts($1::bigint) p
