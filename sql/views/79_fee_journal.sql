-- The journal of a run: what it costs by account, what it owes whom, and what became of it.

create or replace view api.fee_journal with (security_invoker = true) as
select i.run_id, 'account'::text as part, i.account, i.cost_centre, i.payer,
  null::bigint as person_id, ''::text as name, ''::text as payee, sum(i.amount) as amount, null::numeric as transferred,
  null::numeric as settled, null::numeric as open
from api.fee_item_posting i
group by i.run_id, i.account, i.cost_centre, i.payer
union all
select d.run_id, 'person', '', '', d.payer, d.person_id, p.name, d.payee, d.amount,
  case when s.kind = 'transfer' then d.amount else 0 end, case when s.kind <> 'transfer' then d.amount else 0 end,
  case when d.settlement_id is null then d.amount else 0 end
from council.fee_due d
join council.person p on p.id = d.person_id
left join council.fee_settlement s on s.id = d.settlement_id;
comment on view api.fee_journal is
  'A run by account (cost centre, payer) and by person (payee, payer) with what was transferred, settled otherwise, and is open.';

create or replace view api.fee_journal_sum with (security_invoker = true) as
select r.id as run_id, coalesce(i.amount, 0) as items, coalesce(d.amount, 0) as dues, coalesce(d.transferred, 0) as transferred,
  coalesce(d.settled, 0) as settled, coalesce(d.open, 0) as open, coalesce(d.carried, 0) as carried, p.posted,
  coalesce(i.amount, 0) = coalesce(d.amount, 0)
    and coalesce(d.amount, 0) = coalesce(d.transferred, 0) + coalesce(d.settled, 0) + coalesce(d.open, 0)
    and coalesce(p.fits, true) as balanced
from council.fee_run r
left join lateral (select sum(x.amount) as amount from council.fee_item x where x.run_id = r.id) i on true
left join lateral (select sum(j.amount) as amount, sum(j.transferred) as transferred, sum(j.settled) as settled, sum(j.open) as open,
    sum(j.open) filter (where j.open < 0) as carried
  from api.fee_journal j where j.run_id = r.id and j.part = 'person') d on true
left join lateral (select (array_agg(f.total order by f.id desc))[1] as posted,
    bool_and(f.total in (coalesce(i.amount, 0), council.posting_total(r.id, 'member'))) as fits
  from council.fee_file f
  where f.kind = 'posting' and f.state <> 'dropped' and f.message_id like 'P' || r.id || '-%') p on true
where r.state <> 'dry';
comment on view api.fee_journal_sum is 'Items, dues, transfers, settlements, open and carried forward of a run; balanced: they agree to the cent, the posting file too.';
