-- query: list_changes
-- kind: list
-- key: id uuid
-- sort: at author
-- search: search
-- row: id uuid
-- row: at timestamptz
-- row: author text
-- row: table_label text
-- row: row_key text
-- row: action_label text
select c.id, c.at, c.author, api.code_label('table', c.table_name) as table_label, c.row_key,
  api.code_label('action', c.action) as action_label, c.search
from council.change c
