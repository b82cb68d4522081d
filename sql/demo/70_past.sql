-- The past of the demonstration: agendas sent, four meetings held through the ledger, two of them signed.

reset role;
create function pg_temp.event(meeting bigint, minute integer, kind text, fields jsonb) returns void
  language plpgsql
as $$
declare
  at_time bigint := (select council.micros(m.starts_at + minute * interval '1 minute')
    from council.meeting m where m.id = meeting);
begin
  perform api.append_event(gen_random_uuid(), meeting, at_time, at_time, kind, (fields ->> 'item')::uuid,
    (fields ->> 'person')::bigint, null, null, null, fields ->> 'slot', fields ->> 'mode', fields ->> 'rule',
    fields ->> 'outcome', (fields ->> 'flag')::boolean, (fields ->> 'legal')::integer,
    (fields ->> 'entitled')::integer, (fields ->> 'entitled')::integer, (fields ->> 'yes')::integer,
    (fields ->> 'no')::integer, (fields ->> 'abstain')::integer, 0, fields ->> 'number', fields ->> 'text',
    fields ->> 'note', fields ->> 'persons', null, null, null, fields ->> 'due',
    '00000000-0000-4000-8000-00000000d380');
end
$$;

create function pg_temp.play(meeting bigint) returns void
  language plpgsql
as $$
declare
  m council.meeting;
  i record;
  there bigint[];
  legal integer;
  chair bigint;
  minute integer := 2;
  against integer;
begin
  select * into m from council.meeting c where c.id = meeting;
  select o.legal_membership into legal from council.organization o where o.id = m.organization_id;
  select array_agg(ms.person_id order by ms.seat nulls first, ms.person_id) into there
  from council.membership ms
  where ms.organization_id = m.organization_id and ms.voting_right and ms.valid @> m.starts_at::date;
  select ms.person_id into chair from council.membership ms
  where ms.organization_id = m.organization_id and ms.role in ('mayor', 'chair') and ms.valid @> m.starts_at::date;
  perform api.take_pen(meeting, '00000000-0000-4000-8000-00000000d380', true);
  perform pg_temp.event(meeting, 1, 'open', jsonb_build_object('legal', legal, 'person', chair,
    'persons', array_to_string(there, ' ')));
  for i in select a.* from council.agenda_item a where a.meeting_id = meeting order by a.position loop
    if not i.public then
      perform pg_temp.event(meeting, minute, 'part', '{"flag": false}');
    end if;
    perform pg_temp.event(meeting, minute, 'item_call', jsonb_build_object('item', i.id, 'flag', false));
    minute := minute + 7;
    if not i.standard then
      against := (meeting * i.position) % 4;
      perform pg_temp.event(meeting, minute, 'vote', jsonb_build_object('item', i.id, 'slot', 'motion',
        'mode', case against when 0 then 'unanimous' else 'count' end, 'rule', 'simple', 'outcome', 'adopted',
        'legal', legal, 'entitled', cardinality(there), 'yes', cardinality(there) - against,
        'no', against, 'abstain', 0));
    end if;
    if i.position = 6 then
      perform pg_temp.event(meeting, minute, 'task', jsonb_build_object('item', i.id, 'number', 'Amt 66',
        'text', 'Standorte für Trinkwasserbrunnen vorschlagen', 'due', '2026-12-01'));
    end if;
  end loop;
  perform pg_temp.event(meeting, minute + 3, 'close', '{}');
  perform api.release_pen(meeting, '00000000-0000-4000-8000-00000000d380');
end
$$;

-- Through the same door as everybody: as the minute-taker of the demonstration.
set local role schriftfuehrung;
do $$
declare
  meeting bigint;
begin
  perform api.send_agenda(v, '') from unnest(array[1, 2, 3, 4, 5, 6, 7, 8]) v;
  foreach meeting in array array[2, 3, 6, 5, 7, 4] loop
    perform pg_temp.play(meeting);
  end loop;
  perform api.sign_minutes(2, 'Ulrike Brandhorst', 'Katrin Hellwig');
  perform api.sign_minutes(3, 'Ulrike Brandhorst', 'Katrin Hellwig');
  perform api.take_pen(4, '00000000-0000-4000-8000-00000000d380', false);
  perform pg_temp.event(4, 50, 'mark', jsonb_build_object('item', '00000000-0000-4000-8000-000000004005',
    'flag', true, 'note', 'Wortlaut des Redebeitrags prüfen'));
  perform api.release_pen(4, '00000000-0000-4000-8000-00000000d380');
end
$$;
reset role;
