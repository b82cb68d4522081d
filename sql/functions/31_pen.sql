-- The pen: one program records a meeting. A lease, so that a lost program blocks nobody for long.

create or replace function council.pen_lease() returns interval
  language plpgsql immutable parallel safe
as $$
begin
  return '60 seconds'::pg_catalog.interval;
end
$$;
comment on function council.pen_lease() is 'How long the pen stays without a sign of life.';

-- Only another client's taking ends a pen: work that goes on without the server loses it not by time alone. Every event is a
-- sign of life; it is written down when the last one is ten seconds old.
create or replace function council.check_pen(meeting_id bigint, client uuid) returns void
  language plpgsql
as $$
declare
  holder council.pen;
begin
  select * into holder from council.pen p where p.meeting_id = check_pen.meeting_id;
  if holder.client is distinct from check_pen.client or holder.account is distinct from council.invoker() then
    raise exception using errcode = 'RT001', message = 'das Schreibrecht liegt nicht bei diesem Platz',
      detail = case when holder.account is null then 'Niemand führt gerade das Protokoll.'
        else format('Es führt "%s" das Protokoll.', holder.account) end,
      hint = 'Übernehmen Sie das Schreibrecht ausdrücklich.';
  end if;
  if holder.until < clock_timestamp() + council.pen_lease() - interval '10 seconds' then
    update council.pen p set until = clock_timestamp() + council.pen_lease() where p.meeting_id = check_pen.meeting_id;
  end if;
end
$$;

-- Another program's pen is taken when it has run out, or by force; that stands in the ledger.
create or replace function api.take_pen(meeting_id bigint, client uuid, force boolean,
  out mine boolean, out holder text, out since bigint)
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  m council.meeting;
  old council.pen;
  e council.meeting_event;
begin
  m := council.lock_meeting(meeting_id, 'record', 'text');
  perform council.refuse_signed(m);
  select p.* into old from council.pen p where p.meeting_id = m.id;
  mine := old.client is null or old.client = client or old.until < clock_timestamp() or coalesce(force, false);
  if mine then
    insert into council.pen as p (meeting_id, account, client, until)
    values (m.id, council.invoker(), client, clock_timestamp() + council.pen_lease())
    on conflict on constraint pen_pkey do update set account = excluded.account, client = excluded.client,
      until = excluded.until,
      since = case when p.client = excluded.client then p.since else clock_timestamp() end;
    if old.client <> client and (old.account <> council.invoker() or old.until >= clock_timestamp()) then
      e.event_id := gen_random_uuid();
      e.meeting_id := m.id;
      e.at := clock_timestamp();
      e.typed_at := e.at;
      e.kind := 'pen';
      e.text := old.account;
      perform council.store_event(e);
    end if;
  end if;
  select p.account, council.micros(p.since) into holder, since from council.pen p where p.meeting_id = m.id;
end
$$;
comment on function api.take_pen(bigint, uuid, boolean) is 'Takes the pen of a meeting if it is free, run out, or by force; says who holds it.';

create or replace function api.keep_pen(meeting_id bigint, client uuid) returns boolean
  language sql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
  with kept as (
    update council.pen p set until = clock_timestamp() + council.pen_lease()
    where p.meeting_id = keep_pen.meeting_id and p.client = keep_pen.client and p.account = council.invoker()
    returning 1)
  select exists (select from kept)
$$;
comment on function api.keep_pen(bigint, uuid) is 'Sign of life of the pen; false: it is gone.';

create or replace function api.release_pen(meeting_id bigint, client uuid) returns boolean
  language sql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
  with released as (
    delete from council.pen p
    where p.meeting_id = release_pen.meeting_id and p.client = release_pen.client
      and p.account = council.invoker()
    returning 1)
  select exists (select from released)
$$;
comment on function api.release_pen(bigint, uuid) is 'Puts the pen down.';
