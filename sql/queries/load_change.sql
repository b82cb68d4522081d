-- query: load_change
-- kind: one
-- param: id uuid
-- row: id uuid
-- row: at timestamptz
-- row: author text
-- row: table_label text
-- row: row_key text
-- row: action_label text
-- row: fields text
select c.id, c.at, c.author, api.code_label('table', c.table_name) as table_label, c.row_key,
  api.code_label('action', c.action) as action_label,
  coalesce((select string_agg(f.field || E'\n  vorher:  ' || f.before || E'\n  nachher: ' || f.after, E'\n' order by f.field)
    from api.change_fields(c.id) f), '') as fields
from council.change c
where c.id = $1::uuid
