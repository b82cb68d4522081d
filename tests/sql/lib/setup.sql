-- Opens the transaction of a test and gives it two functions: ask() as a role, and event() at the table.
\set QUIET on
\set ON_ERROR_STOP on
set client_min_messages = warning;
begin;
set local search_path = public, pg_catalog;

-- What a query gives to a role, as text; an error as "ERROR SQLSTATE".
create function pg_temp.ask(who text, query text) returns text
  language plpgsql
as $$
declare
  answer text;
begin
  execute format('set local role %I', who);
  begin
    execute query into answer;
  exception when others then
    answer := 'ERROR ' || sqlstate;
  end;
  reset role;
  return answer;
end
$$;

-- An event at the table of a meeting, fields by name (persons, counts, labels as append_event takes them).
create function pg_temp.event(who text, meeting bigint, kind text, fields jsonb default '{}') returns text
  language sql
as $$
  select pg_temp.ask(who, format('select seq from api.append_event(%L, %s, %s, %s, %L, %L, %L, %L, %L, %L, %L, %L, '
    '%L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L, %L)',
    coalesce(fields ->> 'event_id', gen_random_uuid()::text), meeting, coalesce(fields ->> 'at', '1792000000000000'),
    coalesce(fields ->> 'at', '1792000000000000'), kind, fields ->> 'item', fields ->> 'person', fields ->> 'other',
    fields ->> 'organization', fields ->> 'ref', fields ->> 'slot', fields ->> 'mode', fields ->> 'rule',
    fields ->> 'outcome', fields ->> 'flag', fields ->> 'legal', fields ->> 'entitled', fields ->> 'present',
    fields ->> 'yes', fields ->> 'no', fields ->> 'abstain', fields ->> 'invalid', fields ->> 'number',
    fields ->> 'text', fields ->> 'note', fields ->> 'persons', fields ->> 'choices', fields ->> 'labels',
    fields ->> 'counts', fields ->> 'due', coalesce(fields ->> 'client', '00000000-0000-4000-8000-0000000000c1')))
$$;

-- Agenda item N of the demonstration meeting.
create function pg_temp.item(place integer) returns text
  language sql immutable
as $$ select '00000000-0000-4000-8000-' || lpad((1000 + place)::text, 12, '0') $$;

create function pg_temp.take_pen(who text, meeting bigint) returns text
  language sql
as $$
  select pg_temp.ask(who, format('select mine from api.take_pen(%s, %L, true)', meeting,
    '00000000-0000-4000-8000-0000000000c1'))
$$;

-- Opens the demonstration meeting with all 34 members.
create function pg_temp.open_meeting() returns text
  language sql
as $$
  select pg_temp.take_pen('schriftfuehrung', 1) || pg_temp.event('schriftfuehrung', 1, 'open',
    jsonb_build_object('legal', 34, 'person', 1, 'persons',
      (select string_agg(n::text, ' ') from generate_series(1, 34) n)))
$$;
