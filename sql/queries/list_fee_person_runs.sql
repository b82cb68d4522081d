-- query: list_fee_person_runs
-- kind: list
-- key: id bigint
-- sort: first_day
-- search: search
-- param: person_id bigint
-- row: id bigint
-- row: run_id bigint
-- row: person_id bigint
-- row: person text
-- row: first_day date
-- row: period text
-- row: state_label text
-- row: items bigint
-- row: amount numeric
-- row: settled text
select r.id, r.id as run_id, p.id as person_id, p.name as person, r.first_day, r.period, r.state_label, x.items, x.amount::numeric as amount,
  coalesce((select string_agg(case when d.settlement_id is null then council.say('offen') else to_char(s.decided_at at time zone 'Europe/Berlin', 'DD.MM.YYYY') end, ', ')
    from council.fee_due d left join council.fee_settlement s on s.id = d.settlement_id where d.run_id = r.id and d.person_id = p.id), '') as settled,
  r.period as search
from api.fee_run_lines r
join council.fee_run_person t on t.run_id = r.id and t.person_id = $1::bigint
join council.person p on p.id = t.person_id
cross join lateral (select count(*) as items, coalesce(sum(i.amount), 0.00) as amount from council.fee_item i where i.run_id = r.id and i.person_id = p.id) x
where r.kind = 'regular'
