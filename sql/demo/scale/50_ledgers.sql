-- What happened at every meeting held: its ledger with its hash chain, and the projections that the ledger's functions
-- would have written, both for all meetings at once. `ratstisch check` finds them in step.

-- Who is there: the members of the day but for one in thirteen.
create temporary table held on commit drop as
select w.meeting_id, w.organization_id, w.starts_at, w.items, w.legal, w.day, w.persons, w.persons[1] as chair,
  cardinality(w.persons) as present, case when w.meeting_id % 3 = 0 then w.persons[cardinality(w.persons)] end as leaver
from (
  select p.id as meeting_id, p.organization_id, p.starts_at, p.items, p.legal, p.day, array_agg(m.person_id order by m.seat) as persons
  from plan p join seat m on m.organization_id = p.organization_id and p.day >= lower(m.valid) and p.day < upper(m.valid)
  where p.held and (m.seat = 1 or (p.id + m.seat) % 13 > 0)
  group by p.id, p.organization_id, p.starts_at, p.items, p.legal, p.day) w;
analyze held;

-- Steps of a meeting in their order: o(pen), p(art), c(all), l(eaves), v(ote), r(esult), t(ask), x (close).
create temporary table step on commit drop as
select s.*, row_number() over (partition by s.meeting_id order by s.place) as seq,
  md5('event ' || s.meeting_id || ' ' || s.place)::uuid as event_id
from (
  select h.meeting_id, 0 as place, 'o' as kind, null::uuid as item_id, h.starts_at as at, 0 as n from held h
  union all
  select h.meeting_id, i.position * 10 + k.n, k.kind, i.id, h.starts_at + (i.position * 7 - 5 + k.n) * interval '1 minute', i.position
  from held h join agenda_item i on i.meeting_id = h.meeting_id
  cross join (values (0, 'c'), (1, 'l'), (3, 'v'), (4, 't')) k (n, kind)
  where case k.kind when 'c' then true when 'l' then h.leaver is not null and i.position = 8
    when 't' then h.meeting_id % 8 = 0 and i.position = 4 else not i.standard end
  union all
  select h.meeting_id, (h.items - 1) * 10 - 1, 'p', null, h.starts_at + ((h.items - 1) * 7 - 5) * interval '1 minute', 0 from held h
  union all
  select h.meeting_id, 100000, 'x', null, h.starts_at + (h.items * 7 + 2) * interval '1 minute', 0 from held h) s;
analyze step;

-- A vote in its numbers: unanimous, with some against, or by name; every ninth item is only noted.
create temporary table ballot on commit drop as
select s.event_id, s.meeting_id, s.item_id, s.seq, s.at, f.entitled, f.against, f.abstain, h.legal,
  case when s.n = 9 and s.meeting_id % 5 = 0 then 'rollcall' when f.against + f.abstain = 0 then 'unanimous' else 'count' end as mode,
  case when s.n >= 8 and h.leaver is not null then h.persons[1 : h.present - 1] else h.persons end as persons
from step s join held h on h.meeting_id = s.meeting_id
cross join lateral (select h.present - (s.n >= 8 and h.leaver is not null)::integer as entitled,
  case when (s.meeting_id + s.n) % 3 = 0 then (s.meeting_id * s.n % 4)::integer else 0 end as against,
  case when (s.meeting_id + s.n) % 7 = 0 then 1 else 0 end as abstain) f
where s.kind = 'v' and (s.n + s.meeting_id) % 9 > 0;

-- The chain of a meeting is a running aggregate over its events.
create function pg_temp.link(before bytea, fields text) returns bytea
  language plpgsql immutable
as $$
begin
  return sha256(coalesce(before, decode(repeat('00', 32), 'hex')) || convert_to(fields, 'UTF8'));
end
$$;
create aggregate pg_temp.chain(text) (sfunc = pg_temp.link, stype = bytea);

insert into meeting_event (event_id, meeting_id, at, typed_at, kind, item_id, person_id, slot, mode, rule, outcome, flag,
  legal, entitled, present, yes, no, abstain, invalid, number, text, persons, choices, due, seq, author, received_at, prev_hash, hash)
select e.event_id, e.meeting_id, e.at, e.typed_at, e.kind, e.item_id, e.person_id, e.slot, e.mode, e.rule, e.outcome, e.flag,
  e.legal, e.entitled, e.present, e.yes, e.no, e.abstain, e.invalid, e.number, e.text, e.persons, e.choices, e.due, e.seq,
  e.author, e.received_at, coalesce(lag(e.hash) over w, decode(repeat('00', 32), 'hex')), e.hash
from (
  -- Canonical text as council.event_fields makes it, without the fields that are empty here; that one would take three
  -- times as long for millions of events. A difference would be a broken chain.
  select d.*, pg_temp.chain('36:' || d.event_id || ',' || length(d.meeting_id::text) || ':' || d.meeting_id || ',' || length(t.micros)
    || ':' || t.micros || ',' || length(t.micros) || ':' || t.micros || ',' || length(d.kind) || ':' || d.kind || ','
    || coalesce('36:' || d.item_id, '-') || ',' || coalesce(length(d.person_id::text) || ':' || d.person_id, '-') || ',-,-,-,'
    || coalesce(length(d.slot) || ':' || d.slot, '-') || ',' || coalesce(length(d.mode) || ':' || d.mode, '-') || ','
    || coalesce(length(d.rule) || ':' || d.rule, '-') || ',' || coalesce(length(d.outcome) || ':' || d.outcome, '-') || ','
    || case when d.flag is null then '-' else '5:false' end || ',' || coalesce(length(d.legal::text) || ':' || d.legal, '-') || ','
    || coalesce(length(d.entitled::text) || ':' || d.entitled, '-') || ',' || coalesce(length(d.present::text) || ':' || d.present, '-')
    || ',' || coalesce(length(d.yes::text) || ':' || d.yes, '-') || ',' || coalesce(length(d.no::text) || ':' || d.no, '-') || ','
    || coalesce(length(d.abstain::text) || ':' || d.abstain, '-') || ',' || coalesce(length(d.invalid::text) || ':' || d.invalid, '-')
    || ',' || coalesce(length(d.number) || ':' || d.number, '-') || ',' || coalesce(octet_length(d.text) || ':' || d.text, '-') || ',-,'
    || coalesce(length(t.persons) || ':' || t.persons, '-') || ',' || coalesce(length(d.choices) || ':' || d.choices, '-') || ',-,-,'
    || coalesce('10:' || to_char(d.due, 'YYYY-MM-DD'), '-') || ',' || d.seq || ',' || length(d.author) || ':' || d.author)
    over (partition by d.meeting_id order by d.seq) as hash
  from (
    select s.event_id, s.meeting_id, s.at, s.at as typed_at,
      case s.kind when 'o' then 'open' when 'p' then 'part' when 'c' then 'item_call' when 'l' then 'depart' when 't' then 'task'
        when 'x' then 'close' else case when b.event_id is null then 'result' else 'vote' end end as kind,
      s.item_id, case s.kind when 'o' then h.chair when 'l' then h.leaver end as person_id,
      case when b.event_id is not null then 'motion' end as slot, b.mode,
      case when b.event_id is not null then 'simple' end as rule,
      case when b.event_id is not null then case when b.entitled - b.against - b.abstain > b.against then 'adopted' else 'rejected' end
        when s.kind = 'v' then 'noted' end as outcome,
      case when s.kind in ('p', 'c') then false end as flag,
      case when s.kind = 'o' then h.legal else b.legal end as legal, b.entitled, b.entitled as present,
      b.entitled - b.against - b.abstain as yes, b.against as no, b.abstain,
      case when b.event_id is not null then 0 end as invalid, case when s.kind = 't' then 'Amt ' || 1 + s.meeting_id % 20 end as number,
      case when s.kind = 't' then 'In der nächsten Sitzung schriftlich berichten.' end as text,
      case when s.kind = 'o' then h.persons when b.mode = 'rollcall' then b.persons end as persons,
      case when b.mode = 'rollcall' then repeat('J', b.entitled - b.against - b.abstain) || repeat('N', b.against)
        || repeat('E', b.abstain) end as choices,
      case when s.kind = 't' then h.day + 60 end as due, s.seq, 'platz0001' as author, s.at as received_at
    from step s join held h on h.meeting_id = s.meeting_id left join ballot b on b.event_id = s.event_id) d
  cross join lateral (select extract(epoch from d.at)::bigint || '000000' as micros, array_to_string(d.persons, ' ') as persons
    offset 0) t) e
window w as (partition by e.meeting_id order by e.seq);

insert into sitting (meeting_id, opened_at, closed_at, chair_id, legal, paused, public_part)
select h.meeting_id, h.starts_at, h.starts_at + (h.items * 7 + 2) * interval '1 minute', h.chair, h.legal, false, false
from held h order by h.meeting_id;

-- An item ends when the next one is called, the last one with the meeting.
insert into item_state (item_id, meeting_id, position, state, public, started_at, ended_at, called, result, result_event_id)
select s.item_id, s.meeting_id, s.n, 'done', s.n <= h.items - 2, s.at,
  h.starts_at + case when s.n < h.items then (s.n + 1) * 7 - 5 else h.items * 7 + 2 end * interval '1 minute', 1,
  e.outcome, e.event_id
from step s join held h on h.meeting_id = s.meeting_id
left join step v on v.meeting_id = s.meeting_id and v.place = s.place + 3 and v.kind = 'v'
left join meeting_event e on e.meeting_id = v.meeting_id and e.seq = v.seq
where s.kind = 'c' order by s.meeting_id, s.n;

insert into attendance (meeting_id, person_id, since_seq, since, until, item_until)
select h.meeting_id, p, 1, h.starts_at,
  case when p = h.leaver then l.at else h.starts_at + (h.items * 7 + 2) * interval '1 minute' end,
  case when p = h.leaver then l.item_id end
from held h cross join unnest(h.persons) p left join step l on l.meeting_id = h.meeting_id and l.kind = 'l';

insert into vote_event (event_id, meeting_id, item_id, seq, at, slot, mode, rule, outcome, legal, entitled, present, yes, no,
  abstain, invalid)
select b.event_id, b.meeting_id, b.item_id, b.seq, b.at, 'motion', b.mode, 'simple',
  case when b.entitled - b.against - b.abstain > b.against then 'adopted' else 'rejected' end, b.legal, b.entitled, b.entitled,
  b.entitled - b.against - b.abstain, b.against, b.abstain, 0
from ballot b;
insert into vote (event_id, person_id, option)
select b.event_id, p.person_id, case when p.n <= b.entitled - b.against - b.abstain then 'yes'
  when p.n <= b.entitled - b.abstain then 'no' else 'abstain' end
from ballot b cross join unnest(b.persons) with ordinality p (person_id, n) where b.mode = 'rollcall';

insert into task (event_id, meeting_id, item_id, seq, office, text, due)
select e.event_id, e.meeting_id, e.item_id, e.seq, e.number, e.text, e.due from meeting_event e where e.kind = 'task';

insert into minutes (meeting_id, version, state, chair, minute_taker, signed_at, signed_by, last_seq, head_hash)
select m.id, 1, 'signed', 'Vorsitz', 'Schriftführung', m.starts_at + interval '30 days', 'platz0001', l.seq, l.hash
from meeting m join step s on s.meeting_id = m.id and s.kind = 'x'
join meeting_event l on l.meeting_id = m.id and l.seq = s.seq
where m.state = 'signed' order by m.id;
