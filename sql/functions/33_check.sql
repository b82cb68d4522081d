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

-- The rebuild runs in a subtransaction that always ends in an error and so leaves nothing behind.
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
    select 'projection', null::bigint,
      format('die Tabelle %s stimmt nicht mit dem Buch überein', s.key)
    from jsonb_each_text(stored) s where s.value <> rebuilt ->> s.key order by s.key
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
