-- Non-public items stay invisible through every table, view, function, count, search and error message.
\ir lib/setup.sql
select * from no_plan();

-- A sitting with the word GEHEIM in everything that belongs to the non-public item 23.
select is(pg_temp.open_meeting(), 'true1', 'the meeting is open');
set local role ratstisch_owner;
update council.agenda_item set title = 'GEHEIM Ankauf', proposed_text = 'GEHEIM Preis', paper_title = 'GEHEIM',
  reference = 'GEHEIM-1', previous = 'GEHEIM'
where id = pg_temp.item(23)::uuid;
reset role;
create temporary table secret_event (n integer, answer text);
insert into secret_event
select n, pg_temp.event('schriftfuehrung', 1, kind, fields || jsonb_build_object('item', pg_temp.item(23)))
from (values
  (1, 'item_call', '{"flag": false}'::jsonb),
  (2, 'text', '{"slot": "course", "text": "GEHEIM Verlauf"}'),
  (3, 'text', '{"slot": "resolution", "text": "GEHEIM Beschluss"}'),
  (4, 'amendment', '{"event_id": "00000000-0000-4000-8000-00000000a001", "person": 5, "text": "GEHEIM Antrag"}'),
  (5, 'vote', '{"event_id": "00000000-0000-4000-8000-00000000b001", "slot": "motion", "mode": "count",
    "rule": "simple", "outcome": "adopted", "legal": 34, "entitled": 34, "present": 34, "yes": 30, "no": 4,
    "abstain": 0, "invalid": 0, "text": "GEHEIM Abstimmung"}'),
  (6, 'wording', '{"ref": "00000000-0000-4000-8000-00000000b001", "text": "GEHEIM Wortlaut", "note": "GEHEIM"}'),
  (7, 'task', '{"text": "GEHEIM Auftrag", "number": "GEHEIM Amt", "due": "2026-12-01"}'),
  (8, 'mark', '{"flag": true, "note": "GEHEIM Merker"}'),
  (9, 'speaker', '{"slot": "request", "text": "GEHEIM Gast"}'),
  (10, 'guest', '{"slot": "expert", "text": "GEHEIM Gutachter"}'),
  (11, 'conflict', '{"person": 7, "note": "GEHEIM Grund", "flag": true}'),
  (12, 'election', '{"slot": "round", "number": "1", "mode": "secret", "labels": "GEHEIM Kandidat", "counts": "20",
    "no": 3, "abstain": 1, "invalid": 0, "legal": 34, "entitled": 34, "present": 34, "outcome": "elected",
    "text": "GEHEIM Kandidat"}'),
  (13, 'seats', '{"mode": "hare", "labels": "GEHEIM Liste", "counts": "3", "entitled": 3, "text": "GEHEIM",
    "outcome": "allocated"}'),
  (14, 'release', '{"slot": "item"}'),
  (15, 'vote', '{"slot": "procedure", "mode": "rollcall", "rule": "simple", "outcome": "adopted", "legal": 34,
    "entitled": 3, "present": 3, "yes": 1, "no": 1, "abstain": 1, "invalid": 0, "persons": "2 3 4", "choices": "JNE",
    "text": "GEHEIM Ablauf"}'),
  (16, 'vote', '{"slot": "number", "number": "Ziffer 1", "mode": "group", "rule": "simple", "outcome": "adopted",
    "legal": 34, "entitled": 3, "present": 3, "yes": 3, "no": 0, "abstain": 0, "invalid": 0, "labels": "GEHEIM",
    "counts": "3 0 0", "text": "GEHEIM"}')) v (n, kind, fields)
order by n;
select is((select count(*)::text from secret_event where answer like 'ERROR%'), '0', 'all events were taken');
select is((select string_agg(n || answer, ',') from secret_event where answer like 'ERROR%'), null, 'no event was refused');
select is(pg_temp.event('schriftfuehrung', 1, 'depart', '{"person": 9, "note": "GEHEIM krank"}') ~ '^[0-9]+$', true,
  'somebody leaves during the non-public item');

-- Reads every relation of both schemas with the columns the role may read, looking for the word.
create function pg_temp.sees_secret(who text) returns text
  language plpgsql
as $$
declare
  r record;
  columns text;
  n bigint;
  seen text := '';
begin
  execute format('set local role %I', who);
  for r in select c.oid, c.oid::regclass as name from pg_class c
    where c.relnamespace in ('council'::regnamespace, 'api'::regnamespace) and c.relkind in ('r', 'v') order by 2
  loop
    select string_agg(quote_ident(a.attname), ', ') into columns from pg_attribute a
    where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
      and has_column_privilege(r.oid, a.attnum, 'select');
    if columns is not null then
      begin
        execute format('select count(*) from (select %s from %s) x where x::text ~ ''GEHEIM|geheim''', columns, r.name) into n;
        seen := seen || case when n > 0 then r.name || ' ' else '' end;
      exception when insufficient_privilege then null;
      end;
    end if;
  end loop;
  reset role;
  return seen;
end
$$;
select is(pg_temp.sees_secret('gast'), '', 'a guest sees the word nowhere');
select is(pg_temp.sees_secret('leserin'), '', 'a reader of another committee sees it nowhere');
select is(pg_temp.sees_secret('sitzungsgeld'), '', 'the fee clerk sees it nowhere');
select ok(pg_temp.sees_secret('schriftfuehrung') ~ ('(^| )' || relation || ' '), 'the minute-taker sees it in ' || relation)
from unnest(array['council.agenda_item', 'council.change', 'council.election', 'council.meeting_event',
  'council.meeting_text', 'council.task', 'council.vote_event', 'council.amendment', 'api.agenda_item']) relation;

-- Numbers tell as much as words.
create function pg_temp.rows_of_item(who text, relation text) returns text
  language sql
as $$ select pg_temp.ask(who, format('select count(*) from council.%I where item_id = %L', relation, pg_temp.item(23))) $$;
select is(pg_temp.rows_of_item(who, relation), '0', who || ' counts no row of the item in ' || relation)
from unnest(array['gast', 'leserin', 'sitzungsgeld']) who,
  unnest(array['item_state', 'item_absence', 'vote_event', 'election', 'seat_allocation', 'amendment', 'projector',
    'agenda_version_item']) relation;
select cmp_ok(pg_temp.rows_of_item('schriftfuehrung', relation)::integer, '>', 0, 'there are rows in ' || relation)
from unnest(array['item_state', 'item_absence', 'vote_event', 'election', 'seat_allocation', 'amendment',
  'agenda_version_item', 'task', 'speaker', 'guest', 'meeting_text']) relation;
select is(pg_temp.rows_of_item('schriftfuehrung', 'projector'), '0', 'a non-public item is not even released');
select is(pg_temp.ask('gast', 'select count(*) from council.agenda_item where meeting_id = 1'), '22',
  'a guest counts the 22 public items');
select is(pg_temp.ask('gast', 'select count(*) from api.agenda_item where meeting_id = 1'), '22', 'also in the view');
select is(pg_temp.ask('leserin', 'select count(*) from council.agenda_item where meeting_id = 1'), '22',
  'so does a reader of another committee');
select is(pg_temp.ask('leserin', 'select count(*) from council.agenda_item where meeting_id = 6'), '8',
  'who counts all items of her own committee');
select is(pg_temp.ask('schriftfuehrung', 'select count(*) from council.agenda_item where meeting_id = 1'), '25',
  'the minute-taker counts 25');
select is(pg_temp.ask(who, 'select count(*) from council.vote'), '0', who || ' counts no ballot') from unnest(array['gast', 'leserin']) who;
select is(pg_temp.ask(who, 'select count(*) from council.vote_count'), '0', who || ' counts no group') from unnest(array['gast', 'leserin']) who;
select is(pg_temp.ask('gast', 'select count(*) from council.meeting_event'), 'ERROR 42501', 'a guest has no access to the ledger');
select is(pg_temp.ask('leserin', 'select count(*) from council.meeting_event where meeting_id = 1'), '0',
  'a reader of another committee sees no event, so no gaps either');
select is(pg_temp.ask('gast', 'select item_from from council.attendance limit 1'), 'ERROR 42501', 'items of attendance are closed');
select is(pg_temp.ask('gast', 'select note from council.attendance limit 1'), 'ERROR 42501', 'reasons of absence are closed');
select is(pg_temp.ask('gast', 'select count(*) from api.attendance_items(1)'), 'ERROR 42501', 'also by function for a guest');
select is(pg_temp.ask('gast', 'select count(*) from api.projection_facts(1)'), 'ERROR 42501', 'the facts of a check are not for guests');
select is(pg_temp.ask('leserin', 'select count(*) from api.projection_facts(1)'), 'ERROR RT003', 'nor for another committee');
select is(pg_temp.ask('leserin', 'select count(*) from api.attendance_items(1)'), '0', 'and empty for another committee');
select is(pg_temp.ask('gast', 'select email from council.person limit 1'), 'ERROR 42501', 'addresses are for the office');

-- Search, jump.
select is(pg_temp.ask('gast', 'select count(*) from council.agenda_item where search like council.like_pattern(''geheim'')'), '0',
  'the search finds nothing');
select is(pg_temp.ask(who, 'select count(*) from api.jump(''geheim'')'), '0', who || ' cannot jump there by word') from unnest(array['gast', 'leserin', 'sitzungsgeld']) who;
select is(pg_temp.ask(who, 'select count(*) from api.jump(''GEHEIM-1'')'), '0', who || ' cannot jump there by number') from unnest(array['gast', 'leserin']) who;
select is(pg_temp.ask('schriftfuehrung', 'select count(*) from api.jump(''geheim'')'), '1', 'the minute-taker jumps there');
select is(pg_temp.ask('gast', 'select count(*) from council.find_items(''%'', ''%'', 1000) f where f.title ~ ''GEHEIM'''), '0',
  'the function behind the jump says itself what may be seen');

-- A function of the asker's own, cheap enough to run first, gets no hidden row.
select is(pg_temp.ask('gast', $q$
  with f as (select 1) select count(*) from council.agenda_item where 1 / (case when title ~ 'GEHEIM' then 0 else 1 end) = 1
    and meeting_id = 1 $q$), '22', 'dividing by zero on a hidden row does not happen');
create function public.leak(value text) returns boolean language plpgsql cost 0.0000001 as $$
begin
  if value ~ 'GEHEIM' then raise exception 'leaked'; end if;
  return true;
end $$;
grant execute on function public.leak(text) to public;
select is(pg_temp.ask('gast', 'select count(*) from council.agenda_item where public.leak(title) and meeting_id = 1'), '22',
  'a cheap function sees visible rows only');
select is(pg_temp.ask('gast', 'select count(*) from api.agenda_item where public.leak(title) and meeting_id = 1'), '22',
  'through the view as well');
analyze council.agenda_item;
select is(pg_temp.ask('gast', 'select count(*) from pg_stats where schemaname = ''council'' and tablename = ''agenda_item'''), '0',
  'the statistics of the planner are closed');
select is(pg_temp.ask('gast', 'select count(*) from pg_sequences where schemaname = ''council'' and last_value is not null'), '0',
  'sequences tell no numbers');

-- The journal of changes.
select is(pg_temp.ask('leserin', 'select count(*) from council.change c where c.row_key = ' || quote_literal(pg_temp.item(23))), '0',
  'the journal hides the item');
select is(pg_temp.ask('leserin', 'select count(*) from api.change_fields((select id from council.change limit 1)) where after ~ ''GEHEIM'''), '0',
  'also field by field');
select is(pg_temp.ask('leserin', 'select count(*) from council.change where table_name in (''account'', ''permission'')'), '0',
  'accounts are for the administration');
select cmp_ok(pg_temp.ask('verwaltung', 'select count(*) from council.change where table_name = ''permission''')::integer, '>', 0,
  'the administration sees them');
select is(pg_temp.ask('gast', 'select count(*) from council.change'), 'ERROR 42501', 'the public has no journal');

-- A switched item.
select is(pg_temp.ask('gast', 'select count(*) from council.agenda_item where id = ' || quote_literal(pg_temp.item(24))), '0', 'item 24 is hidden');
select matches(pg_temp.event('schriftfuehrung', 1, 'item_public', jsonb_build_object('item', pg_temp.item(24), 'flag', true)), '^\d+$', 'the body makes it public');
select is(pg_temp.ask('gast', 'select count(*) from council.agenda_item where id = ' || quote_literal(pg_temp.item(24))), '1', 'now it is seen');
select matches(pg_temp.event('schriftfuehrung', 1, 'item_public', jsonb_build_object('item', pg_temp.item(9), 'flag', false)), '^\d+$', 'a public one is closed');
select is(pg_temp.ask('gast', 'select count(*) from council.item_state where item_id = ' || quote_literal(pg_temp.item(9))), '0', 'now it is hidden');
select is(pg_temp.ask('leserin', 'select count(*) from council.change where row_key = ' || quote_literal(pg_temp.item(9)) || ' and action = ''update'''), '0',
  'and the journal of that is hidden');
select is(pg_temp.ask('leserin', 'select count(*) from council.change where row_key = ' || quote_literal(pg_temp.item(9))), '0',
  'with all that was written while it was public');

-- Texts of public items reach the public with the signature.
select matches(pg_temp.event('schriftfuehrung', 1, 'text', jsonb_build_object('item', pg_temp.item(10), 'slot', 'resolution', 'text', 'Fassung')), '^\d+$', 'a text of a public item');
select is(pg_temp.ask('gast', 'select count(*) from council.meeting_text'), '0', 'the public sees no draft');
select matches(pg_temp.event('schriftfuehrung', 1, 'close'), '^\d+$', 'closed');
select is(pg_temp.ask('schriftfuehrung', 'select version from api.sign_minutes(1, ''U. Brandhorst'', ''K. Hellwig'')'), '1', 'signed');
select is(pg_temp.ask('gast', 'select string_agg(text, '','') from council.meeting_text'), 'Fassung', 'the public reads the resolution of the public item');

-- Planned meetings, expired and foreign rights.
select is(pg_temp.ask('gast', 'select count(*) from council.meeting where state = ''planned'''), '0', 'planned meetings are for the office');
select is(pg_temp.ask('gast', 'select count(*) from council.agenda_item where meeting_id = 9'), '0', 'and so are their items');
update council.permission set valid = daterange('2020-01-01', '2020-12-31') where account_id = (select id from council.account where login = 'schreibdienst');
select is(pg_temp.ask('schreibdienst', 'select count(*) from council.agenda_item where not is_public'), '0', 'an expired right opens nothing');
update council.permission set valid = daterange(council.today() - 10, council.today()) where account_id = (select id from council.account where login = 'schreibdienst');
set local timezone = 'Etc/GMT+12';
select is(pg_temp.ask('schreibdienst', 'select count(*) from council.agenda_item where not is_public'), '0', 'no time zone brings back a right that ended yesterday');
set local timezone = 'Etc/GMT-14';
select is(pg_temp.ask('schreibdienst', 'select count(*) from council.agenda_item where not is_public'), '0', 'neither way round');
reset timezone;
update council.account set locked = true where login = 'leserin';
select is(pg_temp.ask('leserin', 'select count(*) from council.agenda_item where not is_public'), '0', 'a locked account sees nothing non-public');
select is((select rolcanlogin from pg_roles where rolname = 'leserin'), false, 'it cannot log in');
select is(pg_has_role('leserin', 'ratstisch_reader', 'member'), false, 'and its group roles');
select is(pg_temp.ask('ratstisch_reader', 'select count(*) from council.agenda_item where not is_public'), '0', 'a group role itself sees nothing non-public');
select is(bool_or(pg_has_role('gast', r.oid, 'member')), false, 'a guest can become nobody else')
from pg_roles r where r.rolname in ('schriftfuehrung', 'verwaltung', 'ratstisch_owner', 'ratstisch_reader', 'postgres');

select * from finish();
rollback;
