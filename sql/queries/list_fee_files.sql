-- query: list_fee_files
-- kind: list
-- key: id bigint
-- sort: created_at message_id
-- search: search
-- param: body_id bigint
-- row: id bigint
-- row: file bigint
-- row: title text
-- row: created_at timestamptz
-- row: kind text
-- row: kind_label text
-- row: message_id text
-- row: format text
-- row: payer text
-- row: executed_on date
-- row: entries integer
-- row: total numeric
-- row: state_label text
-- row: who text
select f.id, f.id as file, f.message_id::text as title, f.created_at, f.kind, api.code_label('fee_file', f.kind) as kind_label, f.message_id::text as message_id,
  f.format::text as format, f.payer::text as payer, f.executed_on, f.entries, f.total::numeric as total, api.code_label('fee_file_state', f.state) as state_label,
  concat_ws(', ', f.created_by, f.sent_by) as who, council.fold_text(f.message_id) as search
from council.fee_file f
where f.body_id = $1::bigint
