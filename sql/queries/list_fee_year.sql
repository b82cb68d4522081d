-- query: list_fee_year
-- kind: list
-- key: id text
-- sort: place
-- search: search
-- param: body_id bigint
-- param: on_date date
-- row: id text
-- row: place text
-- row: year integer
-- row: month text
-- row: kind_label text
-- row: committed numeric
-- row: expected numeric
-- row: total numeric
-- row: year_text text
select f.place as id, f.place, extract(year from $2::date)::integer as year, f.month, f.kind as kind_label, f.committed::numeric as committed, f.expected::numeric as expected, f.committed + f.expected as total,
  council.german_money(sum(f.committed) over ()) || ' + ' || council.german_money(sum(f.expected) over ()) || ' = '
    || council.german_money(sum(f.committed + f.expected) over ()) as year_text, council.fold_text(f.month || ' ' || f.kind) as search
from (select x.month, x.kind, x.committed, x.expected, left(x.month, 2) || case x.kind when 'Pauschalen' then '1' when 'Sitzungsgeld' then '2' else '3' end as place
  from api.fee_forecast($1::bigint, extract(year from $2::date)::integer) x) f
