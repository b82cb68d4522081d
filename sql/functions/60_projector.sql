-- What a projector may show, and that one is there.

-- The wall between the ledger and the screen of the hall. It runs with its owner's rights, because the public
-- role, under which projectors log in, may not read the ledger; so it says itself what may be seen: of a public
-- item only, in the public part only, while the meeting is neither paused nor closed, and of every text and
-- result only what stood there when it was released. Everything else is NULL, in all columns: nothing to be
-- hidden leaves the server.
create or replace function api.projector_picture(meeting_id bigint)
  returns table (id bigint, organization text, organization_short text, number text, starts_at bigint, state text,
    slot text, item_number text, item_title text, reference text, proposal text, resolution text,
    amendment_number text, amendment_mover text, amendment_text text, legal integer, entitled integer,
    present integer, quorum text, strict boolean, kind text, subject text, mode text, rule text, outcome text,
    vote_number text, vote_text text, vote_legal integer, vote_entitled integer, vote_present integer, yes integer,
    no integer, abstain integer, invalid integer, labels text, counts text, referred_to text, wording text)
  language sql stable security definer
  set search_path = pg_catalog, council, pg_temp
as $$
  with asked as materialized (
    select m.id, m.organization_id, m.number, m.starts_at,
      case when s.closed_at is not null then 'closed' when s.paused then 'paused'
        when not s.public_part then 'nonpublic' when s.opened_at is not null then 'running' else 'planned' end as state
    from council.meeting m left join council.sitting s on s.meeting_id = m.id
    where m.id = projector_picture.meeting_id and (m.state <> 'planned' or council.is_staff())),
  released as materialized (
    select r.meeting_id, r.seq, r.slot::text as slot, r.ref_event_id, r.legal, r.entitled, r.present, r.outcome,
      i.id as item_id, i.number, i.title, i.reference, i.proposed_text
    from asked a
    join council.projector p on p.meeting_id = a.id and p.slot <> 'blank'
    join council.meeting_event r on r.event_id = p.event_id
    join council.agenda_item i on i.id = p.item_id and i.is_public and not i.void
    left join council.item_state s on s.item_id = i.id
    where a.state in ('planned', 'running') and coalesce(s.public, true)),
  past as materialized (
    select e.* from released r
    join council.meeting_event e on e.meeting_id = r.meeting_id and e.item_id = r.item_id and e.seq < r.seq
      and e.kind in ('text', 'vote', 'result', 'election', 'seats', 'amendment', 'wording')
    where e.event_id not in (select council.undone_events(r.meeting_id))),
  outcome as (
    select p.* from released r
    join past p on r.slot = 'result' and p.kind in ('vote', 'result', 'election', 'seats')
      and (p.event_id = r.ref_event_id or r.ref_event_id is null and (p.kind <> 'vote' or p.slot = 'motion'))
    order by p.seq desc limit 1),
  amendment as (
    select p.* from released r
    join past p on p.kind = 'amendment' and (r.slot = 'amendment' and p.event_id = r.ref_event_id
      or p.event_id = (select t.amendment_id from outcome o join council.vote_event t on t.event_id = o.event_id))
    limit 1)
  select a.id, o.name::text, o.short_name::text, a.number::text, council.micros(a.starts_at), a.state,
    r.slot, r.number::text, r.title::text, r.reference::text,
    case when r.slot = 'resolution' then r.proposed_text::text end,
    case when r.slot = 'resolution' then coalesce((select p.text from past p
      where p.kind = 'text' and p.slot = 'resolution' order by p.seq desc limit 1), r.proposed_text)::text end,
    am.number::text, coalesce(mo.short_name, mp.spoken, '')::text, am.text::text,
    r.legal, r.entitled, r.present, r.outcome::text,
    coalesce(council.organization_rule(a.organization_id, 'unanimous_wording',
      (a.starts_at at time zone 'Europe/Berlin')::date), 'strict') <> 'loose',
    v.kind, v.slot::text, v.mode::text, v.rule::text, v.outcome::text, v.number::text, v.text::text,
    v.legal, v.entitled, v.present, v.yes, v.no, v.abstain, v.invalid,
    array_to_string(v.labels, e'\x1f'), array_to_string(v.counts, ' '), vo.name::text,
    (select p.text from past p where p.kind = 'wording' and p.ref_event_id = v.event_id
      order by p.seq desc limit 1)::text
  from asked a
  join council.organization o on o.id = a.organization_id
  left join released r on r.meeting_id = a.id
  left join amendment am on true
  left join council.organization mo on mo.id = am.organization_id
  left join api.person mp on mp.id = am.person_id
  left join outcome v on true
  left join council.organization vo on vo.id = v.organization_id
$$;
comment on function api.projector_picture(bigint) is
  'What was released to the projector of a meeting, as it stood then; slot NULL: the projector is dark.';

-- A projector holds a shared lock as long as its connection lives: the meeting table sees it by that, and no row
-- stays behind when a cable is pulled. Anybody may hold it; it is a lamp, not a right.
create or replace function council.projector_lamp() returns integer
  language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp
  return 1346524810;
comment on function council.projector_lamp() is 'First key of the advisory locks that projectors hold; the second is the meeting.';

create or replace function api.attend_projector(meeting_id bigint) returns boolean
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  perform pg_advisory_unlock_all();
  return pg_try_advisory_lock_shared(council.projector_lamp(), (attend_projector.meeting_id % 2147483647)::integer);
end
$$;
comment on function api.attend_projector(bigint) is 'Says that this connection is a projector of the meeting, until it ends or says another one.';

create or replace function api.projectors(meeting_id bigint) returns integer
  language sql volatile
  set search_path = pg_catalog, council, pg_temp
as $$
  select count(*)::integer from pg_catalog.pg_locks l
  join pg_catalog.pg_database d on d.oid = l.database and d.datname = current_database()
  where l.locktype = 'advisory' and l.objsubid = 2 and l.granted and l.mode = 'ShareLock'
    and l.classid = council.projector_lamp()::oid
    and l.objid = (projectors.meeting_id % 2147483647)::integer::oid
$$;
comment on function api.projectors(bigint) is 'How many projectors of a meeting are connected.';
