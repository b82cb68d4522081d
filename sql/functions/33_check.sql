-- Checking a ledger: its chain, and the stored projections against rebuilt ones.

-- The first event at which the chain breaks; no row: it holds.
create or replace function council.check_chain(meeting_id bigint)
  returns table (what text, seq bigint, detail text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  with chain as (
    select e.seq, row_number() over w as expected,
      e.prev_hash = coalesce(lag(e.hash) over w, decode(repeat('00', 32), 'hex')) as linked,
      e.hash = council.event_hash(e) as sound
    from council.meeting_event e where e.meeting_id = check_chain.meeting_id
    window w as (order by e.seq)),
  faults as (
    select c.seq, case
        when c.seq <> c.expected then format('vor Ereignis %s fehlt ein Ereignis', c.seq)
        when not c.sound then 'der Inhalt passt nicht zu seiner Prüfsumme'
        else 'die Prüfsumme des vorigen Ereignisses passt nicht' end as detail
    from chain c where c.seq <> c.expected or not c.linked or not c.sound
    union all
    select m.last_seq, 'das Buch endet anders als bei der Unterschrift'
    from council.minutes m
    where m.meeting_id = check_chain.meeting_id and not exists (select from council.meeting_event e
      where e.meeting_id = m.meeting_id and e.seq = m.last_seq and e.hash = m.head_hash
        and not exists (select from council.meeting_event later
          where later.meeting_id = m.meeting_id and later.seq > m.last_seq)))
  select 'chain', f.seq, f.detail from faults f order by f.seq limit 1
$$;

-- One digest per projection table of a meeting.
create or replace function council.projection_digests(meeting_id bigint) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  t text;
  digest text;
  result jsonb := '{}';
begin
  foreach t in array council.projection_tables() loop
    execute format('select md5(coalesce(string_agg(x::text, E''\n'' order by x::text collate "C"), ''''))
      from council.%I x where x.meeting_id = $1', t) into digest using projection_digests.meeting_id;
    result := result || jsonb_build_object(t, digest);
  end loop;
  foreach t in array array['vote', 'vote_count'] loop
    execute format('select md5(coalesce(string_agg(x::text, E''\n'' order by x::text collate "C"), ''''))
      from council.%I x join council.vote_event v using (event_id) where v.meeting_id = $1', t)
    into digest using projection_digests.meeting_id;
    result := result || jsonb_build_object(t, digest);
  end loop;
  select md5(coalesce(string_agg(concat_ws(' ', i.id, i.held_public, i.void), E'\n' order by i.id), ''))
  into digest from council.agenda_item i where i.meeting_id = projection_digests.meeting_id;
  return result || jsonb_build_object('agenda_item', digest);
end
$$;

-- The rebuild runs in a subtransaction that always ends in an error and so leaves nothing behind. A key "error":
-- it could not be done.
create or replace function council.rebuilt_digests(meeting_id bigint) returns jsonb
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  result jsonb;
begin
  begin
    perform council.rebuild_projections(rebuilt_digests.meeting_id);
    result := council.projection_digests(rebuilt_digests.meeting_id);
    raise exception using errcode = 'RT000';
  exception
    when sqlstate 'RT000' then null;
    -- A forged event may say what no result can be: that is a finding, and must not hide the others.
    when others then result := jsonb_build_object('error', sqlerrm);
  end;
  return result;
end
$$;

create or replace function council.check_meeting(meeting_id bigint)
  returns table (what text, seq bigint, detail text)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  stored jsonb;
  rebuilt jsonb;
  found_fault boolean := false;
begin
  for what, seq, detail in select c.what, c.seq, c.detail from council.check_chain(check_meeting.meeting_id) c loop
    found_fault := true;
    return next;
  end loop;
  stored := council.projection_digests(check_meeting.meeting_id);
  rebuilt := council.rebuilt_digests(check_meeting.meeting_id);
  for what, seq, detail in
    select 'projection', null::bigint, format('aus dem Buch lassen sich die Ergebnisse nicht bilden: %s', rebuilt ->> 'error')
    where rebuilt ? 'error'
    union all
    select 'projection', null::bigint,
      format('die Tabelle %s stimmt nicht mit dem Buch überein', s.key)
    from (select t.key from jsonb_each_text(stored) t where t.value <> rebuilt ->> t.key order by t.key) s
  loop
    found_fault := true;
    return next;
  end loop;
  if not found_fault then
    select 'ok', max(e.seq), count(*) || ' Ereignisse geprüft' into what, seq, detail
    from council.meeting_event e where e.meeting_id = check_meeting.meeting_id;
    return next;
  end if;
end
$$;
comment on function council.check_meeting(bigint) is
  'Verifies the chain (first bad event) and compares rebuilt projections with the stored ones; one row "ok" when all is well.';

create or replace function api.check_ledger(meeting_id bigint)
  returns table (what text, seq bigint, detail text)
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  perform council.lock_meeting(check_ledger.meeting_id, 'read_nonpublic');
  return query select c.what, c.seq, c.detail from council.check_meeting(check_ledger.meeting_id) c;
end
$$;
comment on function api.check_ledger(bigint) is 'council.check_meeting for those who may see the whole meeting.';

-- At which item somebody came or left, and why; for those who may see the whole meeting.
create or replace function api.attendance_items(meeting_id bigint)
  returns table (person_id bigint, since timestamptz, until timestamptz, item_from uuid, item_until uuid, note text)
  language sql stable security definer
  set search_path = pg_catalog, council, pg_temp
as $$
  select a.person_id, a.since, a.until, a.item_from, a.item_until, a.note
  from council.attendance a join council.meeting m on m.id = a.meeting_id
  where a.meeting_id = attendance_items.meeting_id and m.organizations && council.visible_organizations()
  order by a.since_seq, a.person_id
$$;
comment on function api.attendance_items(bigint) is 'Attendance with items and reasons.';

-- What the projections say, as one text per fact, in the same form as src/app/fold_check.c writes what its fold
-- says: fields joined by '|', absent ones empty, moments in microseconds.

create or replace function council.fact(variadic fields text[]) returns text
  language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp
  return array_to_string(fields, '|', '');

create or replace function council.room_facts(meeting_id bigint)
  returns table (what text, key text, detail text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select 'meeting', '', council.fact(
    case when s.closed_at is not null then 'closed' when s.paused then 'paused' else 'running' end,
    council.micros(s.opened_at)::text, council.micros(s.closed_at)::text, s.chair_id::text, s.legal::text,
    s.public_part::text, s.open_item_id::text)
  from council.sitting s where s.meeting_id = room_facts.meeting_id and s.opened_at is not null
  union all
  select 'attendance', council.fact(a.person_id::text,
      row_number() over (partition by a.person_id order by a.since_seq)::text),
    council.fact(council.micros(a.since)::text, council.micros(a.until)::text, a.substitute_for_id::text,
      a.item_from::text, a.item_until::text)
  from council.attendance a where a.meeting_id = room_facts.meeting_id
  union all
  select 'absence', n.person_id::text, n.note::text
  from council.announced_absence n
  where n.meeting_id = room_facts.meeting_id and not exists (select from council.attendance a
    where a.meeting_id = n.meeting_id and a.person_id = n.person_id)
  union all
  select 'out', o.event_id::text, council.fact(o.kind, o.item_id::text, o.person_id::text,
    council.micros(o.since)::text, council.micros(o.until)::text)
  from council.item_absence o where o.meeting_id = room_facts.meeting_id
  union all
  select 'guest', g.event_id::text, council.fact(g.item_id::text, g.kind, g.name::text)
  from council.guest g where g.meeting_id = room_facts.meeting_id
  union all
  select 'quorum', q.event_id::text, council.fact(q.slot, q.legal::text, q.present::text, q.outcome)
  from council.quorum_check q where q.meeting_id = room_facts.meeting_id
$$;

create or replace function council.agenda_facts(meeting_id bigint)
  returns table (what text, key text, detail text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select 'item', i.id::text, council.fact(
    row_number() over (order by coalesce(s.position, i.position), i.id)::text, coalesce(s.state, 'open'),
    coalesce(s.public, i.public)::text, council.micros(s.started_at)::text, council.micros(s.ended_at)::text,
    coalesce(s.called, 0)::text, s.result, s.referred_to_id::text, coalesce(s.marked, false)::text)
  from council.agenda_item i left join council.item_state s on s.item_id = i.id
  where i.meeting_id = agenda_facts.meeting_id and not i.void
  union all
  select 'text', council.fact(t.item_id::text, t.slot, t.person_id::text), t.text::text
  from council.meeting_text t where t.meeting_id = agenda_facts.meeting_id
  union all
  select 'task', t.event_id::text, council.fact(t.item_id::text, t.office::text, t.text::text, t.due::text)
  from council.task t where t.meeting_id = agenda_facts.meeting_id
  union all
  select 'projector', '', council.fact(p.slot, p.item_id::text)
  from council.projector p where p.meeting_id = agenda_facts.meeting_id and p.slot <> 'blank'
$$;

create or replace function council.vote_facts(meeting_id bigint)
  returns table (what text, key text, detail text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select 'vote', v.event_id::text, council.fact(v.item_id::text, v.slot, v.number, v.mode, v.outcome, v.legal::text,
    v.entitled::text, v.present::text, v.yes::text, v.no::text, v.abstain::text, v.invalid::text,
    v.amendment_id::text, (v.repeated_by_id is not null)::text, v.wording::text)
  from council.vote_event v where v.meeting_id = vote_facts.meeting_id
  union all
  select 'ballot', council.fact(b.event_id::text, b.person_id::text), b.option
  from council.vote b join council.vote_event v using (event_id) where v.meeting_id = vote_facts.meeting_id
  union all
  select 'group', council.fact(c.event_id::text, c.position::text),
    council.fact(c.group_name, c.yes::text, c.no::text, c.abstain::text)
  from council.vote_count c join council.vote_event v using (event_id) where v.meeting_id = vote_facts.meeting_id
  union all
  select 'election', e.event_id::text, council.fact(e.item_id::text, e.slot, e.outcome, e.elected::text,
    array_to_string(e.labels, ' '), array_to_string(e.counts, ' '), e.no::text, e.abstain::text, e.invalid::text)
  from council.election e where e.meeting_id = vote_facts.meeting_id
  union all
  select 'seats', a.event_id::text, council.fact(a.item_id::text, a.outcome, a.distribution::text,
    array_to_string(a.labels, ' '), array_to_string(a.counts, ' '))
  from council.seat_allocation a where a.meeting_id = vote_facts.meeting_id
  union all
  select 'amendment', a.event_id::text, council.fact(a.item_id::text, a.person_id::text, a.organization_id::text,
    a.outcome, a.text::text)
  from council.amendment a where a.meeting_id = vote_facts.meeting_id
$$;

create or replace function api.projection_facts(meeting_id bigint)
  returns table (what text, key text, detail text)
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  perform council.lock_meeting(projection_facts.meeting_id, 'read_nonpublic');
  return query select f.what, f.key, f.detail from council.room_facts(projection_facts.meeting_id) f
    union all select f.what, f.key, f.detail from council.agenda_facts(projection_facts.meeting_id) f
    union all select f.what, f.key, f.detail from council.vote_facts(projection_facts.meeting_id) f;
end
$$;
comment on function api.projection_facts(bigint) is
  'All projections of a meeting as texts, to be compared with another fold of its ledger; for those who may see the whole meeting.';
