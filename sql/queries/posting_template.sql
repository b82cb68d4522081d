-- query: posting_template
-- kind: rows
-- param: body_id bigint
-- param: name text
-- row: name text
-- row: encoding text
-- row: line_end text
-- row: form text
-- row: separator text
-- row: quote text
-- row: decimal_sign text
-- row: grouping text
-- row: header text
-- row: record text
-- row: label text
-- row: field text
-- row: value text
-- row: width integer
-- row: adjust text
-- row: format text
select t.name::text, t.encoding::text, t.line_end, t.form, t.separator, t.quote, t.decimal_sign, t.grouping::text, t.header::text,
  c.record, c.label::text, c.field::text, c.value::text, coalesce(c.width, 0) as width, c.adjust, c.format::text
from (select * from council.posting_template x where x.name = $2::text and (x.body_id is null or x.body_id = $1::bigint)
  order by x.body_id nulls last limit 1) t
join council.posting_column c on c.template_id = t.id
order by c.record, c.place
