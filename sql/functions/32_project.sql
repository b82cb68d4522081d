-- Projections: what each event means for the tables of schema/60_projection.sql. Everything here is a
-- function of the events alone, so that council.rebuild_projections gives the same rows again.

-- PL/pgSQL, because the plans of an SQL function are made anew at every call; and without a SET clause, which costs as
-- much as a small query: only functions with a pinned path call these, and nobody else may.
-- Lenient like the fold of the program (src/domain/sitting.c): what makes no sense at its moment changes
-- nothing here either. `ratstisch check` compares both.

create or replace function council.sitting_runs(meeting_id bigint) returns boolean
  language plpgsql stable
as $$
begin
  return exists (select from council.sitting s
    where s.meeting_id = sitting_runs.meeting_id and s.opened_at is not null and s.closed_at is null);
end
$$;

create or replace function council.start_interval(e council.meeting_event, person bigint, substitute_for bigint)
  returns void
  language plpgsql
as $$
begin
  insert into council.attendance (meeting_id, person_id, since_seq, since, substitute_for_id, item_from)
  select e.meeting_id, person, e.seq, e.at, substitute_for, coalesce(e.item_id, s.open_item_id)
  from council.sitting s
  where s.meeting_id = e.meeting_id and s.opened_at is not null and s.closed_at is null
    and not exists (select from council.attendance a
      where a.meeting_id = e.meeting_id and a.person_id = person and a.until is null);
end
$$;

create or replace function council.end_interval(e council.meeting_event, person bigint) returns void
  language plpgsql
as $$
begin
  update council.attendance a set until = greatest(e.at, a.since), item_until = coalesce(e.item_id, s.open_item_id),
    note = coalesce(e.note, '')
  from council.sitting s
  where s.meeting_id = e.meeting_id and a.meeting_id = e.meeting_id and a.person_id = person and a.until is null;
end
$$;

-- Planned items enter the held agenda in their planned order: public part, then non-public.
create or replace function council.lay_agenda(meeting_id bigint) returns void
  language plpgsql
as $$
begin
  insert into council.item_state (item_id, meeting_id, position, public)
  select i.id, i.meeting_id, row_number() over (order by i.position, i.id), i.public
  from council.agenda_item i
  where i.meeting_id = lay_agenda.meeting_id and i.origin = 'planned'
  on conflict (item_id) do update set position = excluded.position, public = excluded.public;
end
$$;

-- An event may name an item before the meeting is opened (mark, text). An item added in the meeting has its row
-- from the event that added it.
create or replace function council.touch_item(item_id uuid) returns void
  language plpgsql
as $$
begin
  if exists (select from council.item_state s where s.item_id = touch_item.item_id) then
    return;
  end if;
  insert into council.item_state as s (item_id, meeting_id, position, public)
  select i.id, i.meeting_id, i.position, i.public from council.agenda_item i
  where i.id = touch_item.item_id and i.origin = 'planned';
end
$$;

create or replace function council.end_open_item(e council.meeting_event) returns void
  language plpgsql
as $$
declare
  ending uuid;
begin
  select s.open_item_id into ending from council.sitting s where s.meeting_id = e.meeting_id;
  if ending is null then
    return;
  end if;
  update council.item_state set ended_at = greatest(e.at, started_at),
    state = case state when 'called' then 'done' else state end
  where item_id = ending;
  update council.item_absence set until = e.at where item_id = ending and until is null;
  update council.sitting set open_item_id = null where meeting_id = e.meeting_id;
end
$$;

-- A meeting is opened once. What was moved before that is moved again in the agenda as it was laid.
create or replace function council.open_sitting(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  if exists (select from council.sitting s where s.meeting_id = e.meeting_id and s.opened_at is not null) then
    return;
  end if;
  insert into council.sitting (meeting_id, opened_at, chair_id, legal)
  values (e.meeting_id, e.at, e.person_id, e.legal)
  on conflict (meeting_id) do update set opened_at = excluded.opened_at, chair_id = excluded.chair_id,
    legal = excluded.legal, public_part = true, paused = false;
  perform council.lay_agenda(e.meeting_id);
  perform council.place_item(m.meeting_id, m.item_id, nullif(m.slot::text, '')::uuid)
  from (select v.meeting_id, v.item_id, v.slot from council.meeting_event v
    where v.meeting_id = e.meeting_id and v.kind = 'item_move' and v.seq < e.seq
      and v.event_id not in (select council.undone_events(e.meeting_id))
    order by v.seq) m;
  perform council.start_interval(e, p, null) from unnest(e.persons) p;
end
$$;

create or replace function council.close_sitting(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  if not council.sitting_runs(e.meeting_id) then
    return;
  end if;
  perform council.end_open_item(e);
  perform council.end_interval(e, a.person_id) from council.attendance a
  where a.meeting_id = e.meeting_id and a.until is null;
  update council.sitting set closed_at = e.at, paused = false where meeting_id = e.meeting_id;
end
$$;

create or replace function council.announce_absence(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  insert into council.announced_absence (meeting_id, person_id, at, note)
  values (e.meeting_id, e.person_id, e.at, coalesce(e.note, ''))
  on conflict (meeting_id, person_id) do update set at = excluded.at, note = excluded.note;
end
$$;

-- Whoever was in the room before taking the seat stays in the room after giving it back.
create or replace function council.end_substitution(e council.meeting_event, substitute bigint) returns void
  language plpgsql
as $$
declare
  seat council.attendance;
  was_here boolean;
begin
  select a.* into seat from council.attendance a
  where a.meeting_id = e.meeting_id and a.person_id = substitute and a.until is null
    and a.substitute_for_id is not null;
  if not found then
    return;
  end if;
  was_here := exists (select from council.attendance before
    where before.meeting_id = seat.meeting_id and before.person_id = seat.person_id and before.until = seat.since
      and before.substitute_for_id is null);
  perform council.end_interval(e, substitute);
  if was_here then
    perform council.start_interval(e, substitute, null);
  end if;
end
$$;

create or replace function council.start_substitution(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  if exists (select from council.attendance a where a.meeting_id = e.meeting_id and a.until is null
    and (a.substitute_for_id = e.other_person_id or a.person_id = e.person_id and a.substitute_for_id is not null)) then
    return;
  end if;
  perform council.end_interval(e, e.other_person_id);
  perform council.end_interval(e, e.person_id);
  perform council.start_interval(e, e.person_id, e.other_person_id);
end
$$;

-- Whoever takes the own seat ends the substitution on it.
create or replace function council.arrive(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  if not exists (select from council.sitting s where s.meeting_id = e.meeting_id and s.opened_at is not null) then
    delete from council.announced_absence a where a.meeting_id = e.meeting_id and a.person_id = e.person_id;
    return;
  end if;
  perform council.end_substitution(e, a.person_id) from council.attendance a
  where a.meeting_id = e.meeting_id and a.until is null and a.substitute_for_id = e.person_id;
  perform council.start_interval(e, e.person_id, null);
end
$$;

-- Who had a conflict of interest has it again when the item is called again, unless it was taken back.
create or replace function council.resume_conflicts(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  if not exists (select from council.item_absence a where a.item_id = e.item_id) then
    return;
  end if;
  update council.item_absence a set until = null
  from council.meeting_event declared
  where a.item_id = e.item_id and a.kind = 'conflict' and a.until is not null and declared.event_id = a.event_id
    and not exists (select from council.meeting_event x
      where x.meeting_id = e.meeting_id and x.kind = 'conflict_end' and x.item_id = e.item_id
        and x.person_id = a.person_id and x.seq between declared.seq and e.seq
        and x.event_id not in (select council.undone_events(e.meeting_id)));
end
$$;

create or replace function council.project_presence(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  case e.kind
    when 'arrive' then
      perform council.arrive(e);
    when 'depart' then
      if exists (select from council.sitting s where s.meeting_id = e.meeting_id and s.opened_at is not null) then
        perform council.end_interval(e, e.person_id);
      else
        perform council.announce_absence(e);
      end if;
    when 'substitute' then
      if council.sitting_runs(e.meeting_id) then
        perform council.start_substitution(e);
      end if;
    when 'substitute_end' then
      perform council.end_substitution(e, e.person_id);
    when 'guest' then
      insert into council.guest (event_id, meeting_id, item_id, kind, name, at)
      values (e.event_id, e.meeting_id, e.item_id, coalesce(e.slot, 'guest'), coalesce(e.text, ''), e.at);
    when 'conflict', 'item_absent' then
      insert into council.item_absence (event_id, meeting_id, item_id, person_id, kind, since,
        stays_in_public_area, note)
      select e.event_id, e.meeting_id, e.item_id, e.person_id, e.kind, e.at, e.flag, coalesce(e.note, '');
    when 'conflict_end' then
      update council.item_absence a set until = e.at
      where a.meeting_id = e.meeting_id and a.item_id = e.item_id and a.person_id = e.person_id
        and a.kind = 'conflict' and a.until is null;
  end case;
end
$$;

-- Puts an item behind another one in the held order; NULL or unknown: first of its part.
create or replace function council.place_item(meeting_id bigint, moved uuid, behind uuid) returns void
  language plpgsql
as $$
begin
  with others as (
    select s.item_id, s.public, row_number() over (order by s.position, s.item_id) as place
    from council.item_state s where s.meeting_id = place_item.meeting_id and s.item_id <> moved),
  ordered as (
    select item_id, place * 2 as place from others
    union all
    select s.item_id, coalesce((select o.place * 2 + 1 from others o where o.item_id = behind),
      (select min(o.place) * 2 - 1 from others o where o.public = s.public),
      (select count(*) * 2 + 1 from others))
    from council.item_state s where s.item_id = moved and behind is distinct from moved),
  numbered as (select item_id, row_number() over (order by place) as place from ordered)
  update council.item_state s set position = n.place
  from numbered n
  where n.item_id = s.item_id and s.position <> n.place and behind is distinct from moved;
end
$$;

-- The last item of a part, without this one; of the whole agenda when the part has none.
create or replace function council.last_of_part(meeting_id bigint, public_part boolean, without uuid) returns uuid
  language plpgsql stable
as $$
begin
  return (select s.item_id from council.item_state s
    where s.meeting_id = last_of_part.meeting_id and s.item_id <> without
    order by s.public = public_part desc, s.position desc, s.item_id desc limit 1);
end
$$;

create or replace function council.add_item(e council.meeting_event) returns void
  language plpgsql
as $$
declare
  public_part boolean := coalesce(e.flag, false);
  behind uuid := nullif(e.slot::text, '')::uuid;
begin
  if exists (select from council.item_state s where s.item_id = e.item_id) then
    return;
  end if;
  insert into council.agenda_item (id, meeting_id, number, position, title, public, origin)
  select e.item_id, e.meeting_id, coalesce(left(e.number, 60), ''),
    coalesce(max(i.position), 0) + 1, coalesce(nullif(left(e.text, 500), ''), 'ohne Bezeichnung'),
    public_part, 'meeting'
  from council.agenda_item i where i.meeting_id = e.meeting_id
  on conflict (id) do nothing;
  if not exists (select from council.item_state s where s.item_id = behind and s.meeting_id = e.meeting_id) then
    behind := null;
  end if;
  insert into council.item_state (item_id, meeting_id, position, public)
  values (e.item_id, e.meeting_id, 1000000, public_part) on conflict (item_id) do nothing;
  perform council.place_item(e.meeting_id, e.item_id,
    coalesce(behind, council.last_of_part(e.meeting_id, public_part, e.item_id)));
end
$$;

create or replace function council.call_item(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  if not council.sitting_runs(e.meeting_id) or exists (select from council.sitting s
    where s.meeting_id = e.meeting_id and s.open_item_id = e.item_id) then
    return;
  end if;
  perform council.end_open_item(e);
  update council.item_state set state = 'called', called = called + 1, ended_at = null,
    started_at = coalesce(started_at, e.at)
  where item_id = e.item_id;
  update council.sitting set open_item_id = e.item_id where meeting_id = e.meeting_id;
  perform council.resume_conflicts(e);
end
$$;

-- An item that is open stays where it is discussed; any other goes to the end of its new part. Nothing
-- non-public stays on the projector.
create or replace function council.switch_item(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  if exists (select from council.item_state s where s.item_id = e.item_id and s.public = e.flag) then
    return;
  end if;
  update council.item_state set public = e.flag where item_id = e.item_id;
  if not exists (select from council.sitting s
    where s.meeting_id = e.meeting_id and s.open_item_id = e.item_id) then
    perform council.place_item(e.meeting_id, e.item_id,
      council.last_of_part(e.meeting_id, e.flag, e.item_id));
  end if;
  if not e.flag then
    update council.projector set slot = 'blank', item_id = null, event_id = e.event_id
    where meeting_id = e.meeting_id and item_id = e.item_id;
  end if;
end
$$;

create or replace function council.project_item(e council.meeting_event) returns void
  language plpgsql
as $$
declare
  is_open boolean := exists (select from council.sitting s
    where s.meeting_id = e.meeting_id and s.open_item_id = e.item_id);
begin
  if e.kind <> 'item_add' then
    perform council.touch_item(e.item_id);
  end if;
  if is_open and e.kind in ('item_end', 'item_withdraw') then
    perform council.end_open_item(e);
  end if;
  case e.kind
    when 'item_add' then
      perform council.add_item(e);
    when 'item_call' then
      perform council.call_item(e);
    when 'item_withdraw' then
      update council.item_state set state = 'withdrawn', result = 'removed', result_event_id = e.event_id
      where item_id = e.item_id;
    when 'item_move' then
      perform council.place_item(e.meeting_id, e.item_id, nullif(e.slot::text, '')::uuid);
    when 'item_public' then
      perform council.switch_item(e);
    when 'mark' then
      update council.item_state set marked = coalesce(e.flag, true), mark_note = coalesce(e.note, '')
      where item_id = e.item_id;
    when 'result' then
      update council.item_state set result = e.outcome, result_event_id = e.event_id,
        referred_to_id = e.organization_id
      where item_id = e.item_id;
    else null;
  end case;
end
$$;

create or replace function council.project_ballots(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  if e.mode = 'rollcall' then
    insert into council.vote (event_id, person_id, option)
    select e.event_id, p.person_id,
      case substr(e.choices, p.n::integer, 1) when 'J' then 'yes' when 'N' then 'no' when 'E' then 'abstain'
        else 'not voting' end
    from unnest(e.persons) with ordinality as p (person_id, n);
  end if;
  if e.labels is not null then
    insert into council.vote_count (event_id, position, group_name, yes, no, abstain)
    select e.event_id, l.n, l.label, e.counts[3 * l.n - 2], e.counts[3 * l.n - 1], e.counts[3 * l.n]
    from unnest(e.labels) with ordinality as l (label, n);
  end if;
end
$$;

create or replace function council.project_vote(e council.meeting_event) returns void
  language plpgsql
as $$
declare
  amended_id uuid;
  repeated council.vote_event;
begin
  perform council.touch_item(e.item_id);
  if e.ref_event_id is not null then
    select a.event_id into amended_id from council.amendment a where a.event_id = e.ref_event_id;
    select v.* into repeated from council.vote_event v where v.event_id = e.ref_event_id;
  end if;
  if repeated.event_id is null and e.flag then
    select v.* into repeated from council.vote_event v
    where v.item_id = e.item_id and v.slot = e.slot and v.number = coalesce(e.number, '')
      and v.amendment_id is not distinct from amended_id and v.repeated_by_id is null
    order by v.seq desc limit 1;
  end if;
  insert into council.vote_event (event_id, meeting_id, item_id, seq, at, slot, number, mode, rule, outcome,
    legal, entitled, present, yes, no, abstain, invalid, amendment_id, repeats_id, subject, note)
  values (e.event_id, e.meeting_id, e.item_id, e.seq, e.at, e.slot, coalesce(e.number, ''), e.mode, e.rule,
    e.outcome, e.legal, e.entitled, e.present, e.yes, e.no, e.abstain, coalesce(e.invalid, 0),
    coalesce(amended_id, repeated.amendment_id), repeated.event_id, coalesce(e.text, ''), coalesce(e.note, ''));
  if repeated.event_id is not null then
    update council.vote_event set repeated_by_id = e.event_id where event_id = repeated.event_id;
  end if;
  if e.mode = 'rollcall' or e.labels is not null then
    perform council.project_ballots(e);
  end if;
  if e.slot = 'motion' then
    update council.item_state set result = e.outcome, result_event_id = e.event_id, referred_to_id = null
    where item_id = e.item_id;
  end if;
  if coalesce(amended_id, repeated.amendment_id) is not null then
    update council.amendment set outcome = e.outcome where event_id = coalesce(amended_id, repeated.amendment_id);
  end if;
end
$$;

create or replace function council.project_election(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  perform council.touch_item(e.item_id);
  if e.kind = 'election' then
    insert into council.election (event_id, meeting_id, item_id, seq, slot, round, mode, labels, counts, no,
      abstain, invalid, legal, entitled, present, outcome, elected, note)
    values (e.event_id, e.meeting_id, e.item_id, e.seq, coalesce(e.slot, 'round'), coalesce(e.number, ''),
      coalesce(e.mode, ''), coalesce(e.labels, '{}'), coalesce(e.counts, '{}'), coalesce(e.no, 0),
      coalesce(e.abstain, 0), coalesce(e.invalid, 0), e.legal, e.entitled, e.present,
      coalesce(e.outcome, ''), coalesce(e.text, ''), coalesce(e.note, ''));
  else
    insert into council.seat_allocation (event_id, meeting_id, item_id, method, seats, labels, counts,
      distribution, outcome)
    values (e.event_id, e.meeting_id, e.item_id, coalesce(e.mode, ''), coalesce(e.entitled, 0),
      coalesce(e.labels, '{}'), coalesce(e.counts, '{}'), coalesce(e.text, ''), coalesce(e.outcome, ''));
  end if;
  update council.item_state set result = nullif(e.outcome, ''), result_event_id = e.event_id, referred_to_id = null
  where item_id = e.item_id;
end
$$;

create or replace function council.project_words(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  case e.kind
    when 'text' then
      insert into council.meeting_text (meeting_id, item_id, slot, person_id, text, event_id, at, author)
      values (e.meeting_id, e.item_id, coalesce(e.slot, 'course'), e.person_id, coalesce(e.text, ''),
        e.event_id, e.at, e.author)
      on conflict (meeting_id, item_id, slot, person_id) do update set text = excluded.text,
        event_id = excluded.event_id, at = excluded.at, author = excluded.author;
    when 'amendment' then
      insert into council.amendment (event_id, meeting_id, item_id, seq, person_id, organization_id, number, text)
      values (e.event_id, e.meeting_id, e.item_id, e.seq, e.person_id, e.organization_id,
        coalesce(e.number, ''), coalesce(e.text, ''));
    when 'speaker' then
      insert into council.speaker (event_id, meeting_id, item_id, seq, at, slot, person_id, name)
      values (e.event_id, e.meeting_id, e.item_id, e.seq, e.at, coalesce(e.slot, 'request'), e.person_id,
        coalesce(e.text, ''));
    when 'task' then
      insert into council.task (event_id, meeting_id, item_id, seq, office, text, due)
      values (e.event_id, e.meeting_id, e.item_id, e.seq, coalesce(e.number, ''), coalesce(e.text, ''), e.due);
    when 'wording' then
      update council.vote_event set wording = e.text, wording_note = e.note where event_id = e.ref_event_id;
  end case;
end
$$;

-- Nothing of the non-public part reaches the projector.
create or replace function council.release_item(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  with shown as (
    select e.slot is not null and e.slot <> 'blank'
      and coalesce((select s.public_part from council.sitting s where s.meeting_id = e.meeting_id), true)
      and coalesce((select coalesce(s.public, i.public) from council.agenda_item i
        left join council.item_state s on s.item_id = i.id where i.id = e.item_id), true) as allowed)
  insert into council.projector (meeting_id, item_id, slot, event_id)
  select e.meeting_id, case when allowed then e.item_id end, case when allowed then e.slot else 'blank' end, e.event_id
  from shown
  on conflict (meeting_id) do update set item_id = excluded.item_id, slot = excluded.slot,
    event_id = excluded.event_id;
end
$$;

create or replace function council.switch_part(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  update council.sitting set public_part = coalesce(e.flag, true) where meeting_id = e.meeting_id;
  if not e.flag then
    update council.projector set slot = 'blank', item_id = null, event_id = e.event_id
    where meeting_id = e.meeting_id;
  end if;
end
$$;

create or replace function council.project_sitting(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  case e.kind
    when 'open' then perform council.open_sitting(e);
    when 'close' then perform council.close_sitting(e);
    when 'pause', 'resume' then
      update council.sitting set paused = e.kind = 'pause'
      where meeting_id = e.meeting_id and opened_at is not null and closed_at is null;
    when 'part' then perform council.switch_part(e);
    when 'quorum' then
      insert into council.quorum_check (event_id, meeting_id, seq, at, slot, person_id, legal, present, outcome)
      values (e.event_id, e.meeting_id, e.seq, e.at, coalesce(e.slot, 'count'), e.person_id, e.legal,
        e.present, e.outcome);
    when 'release' then perform council.release_item(e);
  end case;
end
$$;

-- What stands on the planned side but follows from the ledger: the part an item was switched to, items added
-- by an event that was undone, the state of the meeting.
create or replace function council.settle_meeting(meeting_id bigint) returns void
  language plpgsql
as $$
declare
  last_word text;
begin
  update council.agenda_item i set held_public = l.held, void = l.void
  from (select a.id,
      (select e.flag from council.meeting_event e where e.meeting_id = a.meeting_id and e.item_id = a.id
        and e.kind = 'item_public' and e.event_id not in (select council.undone_events(a.meeting_id))
        order by e.seq desc limit 1) as held,
      a.origin = 'meeting' and not exists (select from council.meeting_event e
        where e.meeting_id = a.meeting_id and e.item_id = a.id and e.kind = 'item_add'
          and e.event_id not in (select council.undone_events(a.meeting_id))) as void
    from council.agenda_item a where a.meeting_id = settle_meeting.meeting_id) l
  where l.id = i.id and (i.held_public, i.void) is distinct from (l.held, l.void);
  select e.kind into last_word from council.meeting_event e
  where e.meeting_id = settle_meeting.meeting_id and e.kind in ('open', 'close')
    and e.event_id not in (select council.undone_events(settle_meeting.meeting_id))
  order by e.seq desc limit 1;
  last_word := case last_word when 'open' then 'running' when 'close' then 'closed' end;
  update council.meeting m set state = coalesce(last_word, 'invited')
  where m.id = settle_meeting.meeting_id and m.state <> 'signed'
    and m.state <> coalesce(last_word, case m.state when 'planned' then 'planned' else 'invited' end);
end
$$;

-- Undoing what touched its own item only (votes, results, texts ...): that item's part is written anew from its own events.
-- False when the event reaches further; then everything is.
create or replace function council.undo_in_item(e council.meeting_event) returns boolean
  language plpgsql
as $$
declare
  own_kinds constant text[] := array['vote', 'result', 'election', 'seats', 'text', 'amendment', 'speaker', 'task', 'wording',
    'guest', 'mark'];
  gone council.meeting_event;
  x council.meeting_event;
begin
  select v.* into gone from council.meeting_event v where v.event_id = e.ref_event_id;
  if gone.item_id is null or gone.kind <> all (own_kinds)
    or not exists (select from council.sitting s where s.meeting_id = e.meeting_id and s.opened_at is not null)
    or not exists (select from council.item_state s where s.item_id = gone.item_id)
    or exists (select from council.meeting_event a join council.meeting_event b on b.event_id = a.ref_event_id
      where a.meeting_id = e.meeting_id and a.kind in ('vote', 'wording') and a.item_id is distinct from b.item_id
        and (a.item_id = gone.item_id or b.item_id = gone.item_id)) then
    return false;
  end if;
  delete from council.vote_event v where v.item_id = gone.item_id;
  delete from council.election v where v.item_id = gone.item_id;
  delete from council.seat_allocation v where v.meeting_id = e.meeting_id and v.item_id = gone.item_id;
  delete from council.amendment v where v.item_id = gone.item_id;
  delete from council.meeting_text v where v.item_id = gone.item_id;
  delete from council.speaker v where v.meeting_id = e.meeting_id and v.item_id = gone.item_id;
  delete from council.task v where v.meeting_id = e.meeting_id and v.item_id = gone.item_id;
  delete from council.guest v where v.meeting_id = e.meeting_id and v.item_id = gone.item_id;
  update council.item_state set result = null, result_event_id = null, referred_to_id = null, marked = false, mark_note = ''
  where item_id = gone.item_id;
  for x in
    select v.* from council.meeting_event v
    where v.meeting_id = e.meeting_id and v.item_id = gone.item_id and (v.kind = any (own_kinds) or v.kind = 'item_withdraw')
      and v.event_id not in (select council.undone_events(e.meeting_id))
    order by v.seq
  loop
    if x.kind = 'item_withdraw' then
      update council.item_state set result = 'removed', result_event_id = x.event_id where item_id = x.item_id;
    else
      perform council.project_one(x);
    end if;
  end loop;
  return true;
end
$$;

create or replace function council.project_event(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  if e.kind = 'undo' then
    if not council.undo_in_item(e) then
      perform council.rebuild_projections(e.meeting_id);
    end if;
    return;
  end if;
  perform council.project_one(e);
  if e.kind in ('open', 'close', 'item_add', 'item_public') then
    perform council.settle_meeting(e.meeting_id);
  end if;
end
$$;
comment on function council.project_event(council.meeting_event) is 'Applies a new event to the projections.';

-- An item whose addition was undone is not there any more: people still come and go, the rest falls away.
create or replace function council.project_one(e council.meeting_event) returns void
  language plpgsql
as $$
begin
  if e.item_id is not null and e.kind <> 'item_add' and not exists (select from council.agenda_item i
    where i.id = e.item_id and (i.origin = 'planned'
      or exists (select from council.item_state s where s.item_id = i.id))) then
    if e.kind not in ('arrive', 'depart', 'substitute', 'substitute_end', 'guest', 'speaker', 'task', 'release') then
      return;
    end if;
    e.item_id := null;
  end if;
  if e.kind in ('open', 'close', 'pause', 'resume', 'part', 'quorum', 'release') then
    perform council.project_sitting(e);
  elsif e.kind in ('arrive', 'depart', 'substitute', 'substitute_end', 'guest', 'conflict', 'conflict_end',
    'item_absent') then
    perform council.project_presence(e);
  elsif e.kind in ('item_call', 'item_end', 'item_add', 'item_withdraw', 'item_move', 'item_public', 'result')
    or e.kind = 'mark' and e.item_id is not null then
    perform council.project_item(e);
  elsif e.kind = 'vote' then
    perform council.project_vote(e);
  elsif e.kind in ('election', 'seats') then
    perform council.project_election(e);
  elsif e.kind in ('text', 'amendment', 'speaker', 'task', 'wording') then
    perform council.project_words(e);
  end if;
end
$$;

create or replace function council.projection_tables() returns text[]
  language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp
  return array['sitting', 'item_state', 'attendance', 'announced_absence', 'item_absence', 'guest',
    'vote_event', 'election', 'seat_allocation', 'amendment', 'meeting_text', 'speaker', 'task',
    'quorum_check', 'projector'];
comment on function council.projection_tables() is 'Tables that a rebuild empties and fills; vote and vote_count follow vote_event.';

create or replace function council.rebuild_projections(meeting_id bigint) returns void
  language plpgsql
as $$
declare
  t text;
  e council.meeting_event;
begin
  foreach t in array council.projection_tables() loop
    execute format('delete from council.%I where meeting_id = $1', t) using rebuild_projections.meeting_id;
  end loop;
  for e in
    select v.* from council.meeting_event v
    where v.meeting_id = rebuild_projections.meeting_id and v.kind <> 'undo'
      and v.event_id not in (select council.undone_events(rebuild_projections.meeting_id))
    order by v.seq
  loop
    perform council.project_one(e);
  end loop;
  perform council.settle_meeting(rebuild_projections.meeting_id);
end
$$;
comment on function council.rebuild_projections(bigint) is 'Empties the projections of a meeting and folds its ledger again.';
