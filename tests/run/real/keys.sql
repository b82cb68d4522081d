-- The key script of one sitting (psql variable: meeting): call the item, say what is voted on, roll call with
-- each member's vote in the order of the seats; who is not in the scan did not vote.
select line from (
  select 0::bigint as ord, 0 as part, '@now ' || to_char(m.starts_at, 'YYYY-MM-DD"T"HH24:MI') || E'\n<Enter>' as line
  from council.meeting m where m.id = :meeting
  union all
  -- The item is called when it is not the one that is open.
  select s.ord, 1, 'g' || s.agenda_number || '<Enter>'
  from (select r.*, lag(r.agenda_number) over (order by r.ord) as before from real.scan r where r.meeting_id = :meeting) s
  where s.before is distinct from s.agenda_number
  union all
  select s.ord, 2, case
      when s.type in ('Geschäftsordnung', 'Tagesordnung') then 'O' || real.typed(s.title) || '<Enter>'
      when s.type = 'Änderungsantrag' then 'c<Enter>' || real.typed(s.reference || ' ' || s.title) || '<Esc>' end
  from real.scan s
  where s.meeting_id = :meeting and s.type in ('Geschäftsordnung', 'Tagesordnung', 'Änderungsantrag')
  union all
  select s.ord, 3, 'N' || string_agg(lower(coalesce(s.votes ->> m.scan_name, 'O')), '' order by m.id) || '<Enter>'
  from real.scan s
  join real.member m on s.sitting between m.first_day and coalesce(m.last_day, 'infinity')
  where s.meeting_id = :meeting
  group by s.ord
  union all
  select 1000000, 4, 'Z<Enter>'
) k
where line is not null
order by ord, part;
