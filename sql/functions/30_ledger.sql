-- The ledger: append, pen, signing. Contract: doc/ledger.md.
--
-- Life of an event: api.append_event checks who asks, locks the meeting's row (so that events of one
-- meeting come one after the other), recognizes a repeated delivery, checks the pen, gives the sequence
-- number and the hash, stores, projects and notifies. All in one transaction.

-- Fields 1-30, each as length:text, so that no two events share one canonical text. A loop over an array: an expression is
-- made ready anew in every transaction, and one of all thirty fields costs more than the loop. Internal: callers have
-- pinned the search path.
create or replace function council.event_fields(e council.meeting_event) returns text
  language plpgsql immutable parallel safe
as $$
declare
  labels text;
  field text;
  canonical text := '';
begin
  if e.labels is not null then
    labels := coalesce((select string_agg(octet_length(l) || ':' || l, ',' order by k)
      from unnest(e.labels) with ordinality as u (l, k)), '');
  end if;
  foreach field in array array[e.event_id::text, e.meeting_id::text, council.micros(e.at)::text,
    council.micros(e.typed_at)::text, e.kind, e.item_id::text, e.person_id::text, e.other_person_id::text,
    e.organization_id::text, e.ref_event_id::text, e.slot, e.mode, e.rule, e.outcome, e.flag::text, e.legal::text,
    e.entitled::text, e.present::text, e.yes::text, e.no::text, e.abstain::text, e.invalid::text, e.number, e.text,
    e.note, array_to_string(e.persons, ' '), e.choices, labels, array_to_string(e.counts, ' '),
    to_char(e.due, 'YYYY-MM-DD')]
  loop
    if field is null then
      canonical := canonical || ',-';
    else
      canonical := canonical || ',' || octet_length(field) || ':' || field;
    end if;
  end loop;
  return substr(canonical, 2);
end
$$;
comment on function council.event_fields(council.meeting_event) is 'Canonical text of the fields 1-30 of an event.';

create or replace function council.event_hash(e council.meeting_event) returns bytea
  language plpgsql immutable parallel safe
as $$
begin
  return sha256(e.prev_hash || convert_to(council.event_fields(e) || ',' || e.seq || ','
    || octet_length(e.author) || ':' || e.author, 'UTF8'));
end
$$;
comment on function council.event_hash(council.meeting_event) is
  'SHA-256 over the previous hash and the canonical text: fields 1-30, sequence number, author.';

-- Locks the meeting for writing into its ledger; refuses in the same words what does not exist and what
-- the asker has no right for.
create or replace function council.lock_meeting(meeting_id bigint, variadic rights text[])
  returns council.meeting
  language plpgsql
as $$
declare
  m council.meeting;
  wanted text;
  allowed boolean := false;
begin
  select * into m from council.meeting where id = lock_meeting.meeting_id for update;
  foreach wanted in array rights loop
    allowed := allowed or council.may(m.organization_id, wanted);
  end loop;
  if m.id is null or not allowed then
    raise exception using errcode = 'RT003', message = 'diese Sitzung kann hier nicht bearbeitet werden',
      detail = format('Konto "%s", Sitzung %s.', council.invoker(), lock_meeting.meeting_id),
      hint = 'Die Verwaltung des Programms vergibt das Recht je Gremium.';
  end if;
  return m;
end
$$;

create or replace function council.refuse_signed(m council.meeting) returns void
  language plpgsql
as $$
begin
  if m.state = 'signed' then
    raise exception using errcode = 'RT002', message = 'die Niederschrift ist unterschrieben',
      detail = format('Das Buch der Sitzung %s ist geschlossen.', m.id),
      hint = 'Berichtigungen sind Einwendungen gegen die Niederschrift.';
  end if;
end
$$;

-- Refuses an event that names an item or event of another meeting or undoes what cannot be undone.
create or replace function council.check_references(e council.meeting_event) returns void
  language plpgsql
as $$
declare
  needs_item boolean;
  item record;
  undone_kind text;
begin
  select k.needs_item into needs_item from council.event_kind k where k.kind = e.kind;
  if not found then
    raise exception using errcode = 'RT005', message = format('unbekannte Art von Ereignis: %s', e.kind);
  end if;
  if e.item_id is null and needs_item then
    raise exception using errcode = 'RT005', message = 'das Ereignis nennt keinen Tagesordnungspunkt',
      detail = format('Art "%s".', e.kind);
  end if;
  if e.item_id is not null then
    select i.meeting_id, i.origin into item from council.agenda_item i where i.id = e.item_id;
    if e.kind = 'item_add' then
      if item.meeting_id <> e.meeting_id or item.origin = 'planned' then
        raise exception using errcode = 'RT005', message = 'dieser Tagesordnungspunkt ist schon vergeben',
          detail = format('Punkt %s.', e.item_id);
      end if;
    elsif item.meeting_id is distinct from e.meeting_id then
      raise exception using errcode = 'RT005', message = 'diesen Tagesordnungspunkt hat die Sitzung nicht',
        detail = format('Punkt %s.', e.item_id), hint = 'Laden Sie die Sitzung neu.';
    end if;
  end if;
  if e.ref_event_id is not null then
    select r.kind into undone_kind from council.meeting_event r
    where r.event_id = e.ref_event_id and r.meeting_id = e.meeting_id;
    if not found then
      raise exception using errcode = 'RT005', message = 'das Ereignis bezieht sich auf ein unbekanntes',
        detail = format('Bezug %s.', e.ref_event_id);
    elsif e.kind = 'undo' and undone_kind in ('undo', 'pen') then
      raise exception using errcode = 'RT007', message = 'das lässt sich nicht zurücknehmen',
        detail = format('Art "%s".', undone_kind);
    end if;
  end if;
end
$$;

-- Gives the event its number and its place in the chain, stores it, projects it and tells the others.
create or replace function council.store_event(e council.meeting_event) returns bigint
  language plpgsql
as $$
declare
  last record;
begin
  select l.seq, l.hash into last from council.meeting_event l
  where l.meeting_id = e.meeting_id order by l.seq desc limit 1;
  e.seq := coalesce(last.seq, 0) + 1;
  e.prev_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  e.author := council.invoker();
  e.received_at := clock_timestamp();
  e.hash := council.event_hash(e);
  insert into council.meeting_event select e.*;
  perform council.project_event(e);
  perform pg_notify('ratstisch_meeting', e.meeting_id || ':' || e.seq);
  return e.seq;
end
$$;

-- Generic plans from the first call on: everything below is a lookup by key, and planning it anew for the first five events of
-- every kind cost more than they did.
create or replace function api.append_event(
  event_id uuid, meeting_id bigint, at bigint, typed_at bigint, kind text, item_id uuid,
  person_id bigint, other_person_id bigint, organization_id bigint, ref_event_id uuid,
  slot text, mode text, rule text, outcome text, flag boolean,
  legal integer, entitled integer, present integer,
  yes integer, no integer, abstain integer, invalid integer,
  number text, text text, note text, persons text, choices text, labels text, counts text, due text,
  client uuid, out seq bigint, out appended_id uuid)
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
  set plan_cache_mode = force_generic_plan
as $$
declare
  e council.meeting_event;
  stored council.meeting_event;
  m council.meeting;
begin
  e := row(event_id, meeting_id, council.from_micros(at), council.from_micros(typed_at), kind, item_id, person_id,
    other_person_id, organization_id, ref_event_id, slot, mode, rule, outcome, flag, legal, entitled, present,
    yes, no, abstain, invalid, number, text, note, string_to_array(persons, ' ')::bigint[], choices,
    string_to_array(labels, E'\x1f'), string_to_array(counts, ' ')::integer[], due::date,
    null, null, null, null, null)::council.meeting_event;

  m := council.lock_meeting(e.meeting_id, variadic case when e.kind in ('text', 'mark', 'task')
    then array['record', 'text'] else array['record'] end);
  select s.* into stored from council.meeting_event s where s.event_id = e.event_id;
  if found then
    if council.event_fields(stored) <> council.event_fields(e) then
      raise exception using errcode = 'RT004', message = 'dieses Ereignis ist schon mit anderem Inhalt gespeichert',
        detail = format('Ereignis %s.', e.event_id), hint = 'Laden Sie die Sitzung neu.';
    end if;
    seq := stored.seq;
    appended_id := stored.event_id;
    return;
  end if;
  perform council.refuse_signed(m);
  perform council.check_pen(e.meeting_id, client);
  perform council.check_references(e);
  seq := council.store_event(e);
  appended_id := e.event_id;
end
$$;
comment on function api.append_event is
  'Appends an event to the ledger of its meeting. The same event again changes nothing and gives its number. Arrays as text: persons and counts by blanks, labels by character 31.';

-- Undone events of a meeting.
create or replace function council.undone_events(meeting_id bigint) returns setof uuid
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select u.ref_event_id from council.meeting_event u
  where u.meeting_id = undone_events.meeting_id and u.kind = 'undo'
$$;

-- Signing: closes the ledger for good. The names stand as they stand below the minutes.
create or replace function api.sign_minutes(meeting_id bigint, chair text, minute_taker text,
  out version integer, out signed_at bigint)
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  m council.meeting;
  head council.meeting_event;
  bad record;
begin
  m := council.lock_meeting(meeting_id, 'sign');
  perform council.refuse_signed(m);
  if m.state <> 'closed' then
    raise exception using errcode = 'RT008', message = 'die Sitzung ist noch nicht geschlossen',
      hint = 'Schließen Sie die Sitzung am Sitzungstisch.';
  end if;
  if coalesce(btrim(chair), '') = '' or coalesce(btrim(minute_taker), '') = '' then
    raise exception using errcode = 'RT008', message = 'eine Unterschrift fehlt',
      detail = 'Vorsitz und Schriftführung unterschreiben beide.';
  end if;
  select c.what, c.seq, c.detail into bad from council.check_chain(meeting_id) c;
  if found then
    raise exception using errcode = 'RT009', message = 'das Buch der Sitzung ist verfälscht',
      detail = format('Ereignis %s: %s', bad.seq, bad.detail);
  end if;
  select e.* into head from council.meeting_event e where e.meeting_id = m.id order by e.seq desc limit 1;
  insert into council.minutes (meeting_id, version, state, chair, minute_taker, last_seq, head_hash)
  values (m.id, 1, 'signed', btrim(chair), btrim(minute_taker), head.seq, head.hash);
  update council.meeting set state = 'signed' where id = m.id;
  delete from council.pen p where p.meeting_id = m.id;
  perform pg_notify('ratstisch_meeting', m.id || ':' || head.seq);
  select mi.version, council.micros(mi.signed_at) into version, signed_at
  from council.minutes mi where mi.meeting_id = m.id and mi.version = 1;
end
$$;
comment on function api.sign_minutes(bigint, text, text) is 'Signs the minutes of a closed meeting and closes its ledger.';

-- An objection is raised (id NULL) or decided. Accepted, it makes the next version of the minutes.
create or replace function api.save_objection(id bigint, version bigint, meeting_id bigint, item_id uuid,
  person_id bigint, text text, state text, decision text, out saved_id bigint, out saved_version bigint)
  returns setof record
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  m council.meeting;
  last council.minutes;
  old_state text;
begin
  m := council.lock_meeting(meeting_id, 'sign');
  select mi.* into last from council.minutes mi where mi.meeting_id = m.id order by mi.version desc limit 1;
  if not found then
    raise exception using errcode = 'RT008', message = 'gegen einen Entwurf gibt es keine Einwendung',
      detail = 'Die Niederschrift ist noch nicht unterschrieben.',
      hint = 'Ändern Sie den Text am Sitzungstisch.';
  end if;
  if item_id is not null and not exists (select from council.agenda_item i
    where i.id = item_id and i.meeting_id = m.id) then
    raise exception using errcode = 'RT005', message = 'diesen Tagesordnungspunkt hat die Sitzung nicht';
  end if;
  if id is null then
    insert into council.objection as o (meeting_id, minutes_version, item_id, person_id, text)
    values (m.id, last.version, item_id, person_id, text)
    returning o.id, o.version into saved_id, saved_version;
    return next;
    return;
  end if;
  select o.state into old_state from council.objection o where o.id = id and o.meeting_id = m.id;
  if old_state <> 'raised' then
    raise exception using errcode = 'RT002', message = 'über diese Einwendung ist entschieden';
  end if;
  update council.objection o set item_id = item_id, person_id = person_id, text = text,
    state = coalesce(state, 'raised'), decision = coalesce(decision, '')
  where o.id = id and o.version = version and o.meeting_id = m.id
  returning o.id, o.version into saved_id, saved_version;
  if saved_id is null then
    return;
  end if;
  if state = 'accepted' then
    insert into council.minutes (meeting_id, version, state, chair, minute_taker, last_seq, head_hash, note)
    values (m.id, last.version + 1, 'corrected', last.chair, last.minute_taker, last.last_seq,
      last.head_hash, decision);
  end if;
  return next;
end
$$;
comment on function api.save_objection is
  'Raises or decides an objection; no row when another editor was faster. Accepted, it makes a new version of the minutes.';

-- The sent agenda stays: first the invitation, then supplements.
create or replace function api.send_agenda(meeting_id bigint, note text) returns integer
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  m council.meeting;
  next_version integer;
begin
  m := council.lock_meeting(send_agenda.meeting_id, 'plan');
  if m.state not in ('planned', 'invited') then
    raise exception using errcode = 'RT006', message = 'die Tagesordnung dieser Sitzung steht fest',
      detail = 'Die Sitzung läuft oder ist beendet.';
  end if;
  select coalesce(max(v.version), 0) + 1 into next_version from council.agenda_version v where v.meeting_id = m.id;
  insert into council.agenda_version (meeting_id, version, kind, note)
  values (m.id, next_version, case next_version when 1 then 'invitation' else 'supplement' end,
    coalesce(send_agenda.note, ''));
  insert into council.agenda_version_item (meeting_id, version, item_id, number, position, title, public)
  select m.id, next_version, i.id, i.number, i.position, i.title, i.public
  from council.agenda_item i where i.meeting_id = m.id and i.origin = 'planned';
  update council.meeting set state = 'invited' where id = m.id and state = 'planned';
  return next_version;
end
$$;
comment on function api.send_agenda(bigint, text) is 'Keeps the agenda as sent now and says its version; the first one makes the meeting invited.';
