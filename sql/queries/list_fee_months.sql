-- query: list_fee_months
-- kind: list
-- key: id date
-- sort: month
-- search: search
-- param: body_id bigint
-- row: id date
-- row: month date
-- row: period text
-- row: runs bigint
-- row: states text
-- row: amount numeric
-- row: flag_label text
-- row: closed text
select m.month as id, m.month, to_char(m.month, 'YYYY-MM') as period, r.runs, r.states, r.amount::numeric as amount,
  case when c.month is not null then api.code_label('fee_flag', 'closed') when r.waiting then '! ' || api.code_label('fee_flag', 'run_open') when r.runs = 0 then '! ' || api.code_label('fee_flag', 'no_run') else api.code_label('fee_flag', 'open') end as flag_label,
  coalesce(to_char(c.closed_at at time zone 'Europe/Berlin', 'DD.MM.YYYY') || ' ' || c.closed_by, '') as closed, to_char(m.month, 'YYYY-MM') as search
from (select g::date as month
  from (select date_trunc('month', least(min(lower(q.period)), current_date))::timestamp as first,
      date_trunc('month', greatest(max(upper(q.period) - 1), current_date))::timestamp as last
    from council.fee_run q where q.body_id = $1::bigint and q.kind = 'regular') x
  cross join lateral generate_series(x.first, x.last, '1 month') g) m
left join council.fee_closing c on c.body_id = $1::bigint and c.month = m.month
cross join lateral (select count(*) as runs, bool_or(q.state <> 'released') as waiting, coalesce(sum(q.amount) filter (where q.state <> 'dry'), 0.00) as amount,
    coalesce(string_agg(api.code_label('fee_run_state', q.state), ', ' order by q.id), '') as states
  from council.fee_run q where q.body_id = $1::bigint and q.kind = 'regular' and q.period @> m.month) r
