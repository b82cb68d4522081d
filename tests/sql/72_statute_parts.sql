-- Statutes on the screen: parts of a text, what was seen of it, texts that new ones begin with (sql/functions/81_statute_parts.sql).
\ir lib/setup.sql
select * from no_plan();
create temporary view ours as select s.id from council.statute s where s.name = 'musterstadt_2025';

-- Parts.
select is((select string_agg(p.part, ', ' order by p.place) from ours o, api.statute_parts(o.id) p),
  'statute, function, tax_class, rate, cap, rule council, rule group_chair, rule deputy_mayor, rule council_meeting, rule expert_meeting, rule loss_floor, rule loss_proven, rule travel',
  'all parts in the order of the text, those without a statement too');
select is((select string_agg(p.text, E'\n\n' order by p.place) || E'\n' from ours o, api.statute_parts(o.id) p where p.text <> ''),
  (select api.statute_text(id) from ours), 'put together they are the text');
select is((select count(*)::integer from api.statute_parts(999999)), 0, 'no statute, no parts');
select is((select (api.statute_part(id, 'rule travel')).text from ours), (select p.text from ours o, api.statute_parts(o.id) p where p.part = 'rule travel'), 'one part');
select is((select (api.statute_part(id, 'whole')).text from ours), (select api.statute_text(id) from ours), 'the whole');
select is((select (api.statute_part(id, 'rule no_such')).id from ours), null, 'what is not there');
select is((select count(distinct f.seen)::integer || ' ' || min(f.name) || ' ' || bool_or(f.used) from ours o, api.statute_frame(o.id) f), '1 musterstadt_2025 false', 'the frame');

-- What was seen.
create function pg_temp.may(part text, seen bigint, who text default 'sitzungsgeld') returns text
  language sql
as $$ select pg_temp.ask(who, format('select api.check_statute_part(%s, %L, %L)', (select id from ours), part, seen)) $$;
select is(pg_temp.may('rule travel', (select (api.statute_part(id, 'rule travel')).version from ours)), 'true', 'what is stored was seen');
select is(pg_temp.may('rule travel', 1), 'false', 'another text was');
select is(pg_temp.may('rule travel', 1, 'gast'), 'ERROR 42501', 'a guest asks nothing');
select is(pg_temp.ask('sitzungsgeld', 'select api.check_statute_part(999999, ''whole'', 1)'), 'ERROR RT003', 'no such statute');
create function pg_temp.load(seen text) returns text
  language sql
as $$ select pg_temp.ask('sitzungsgeld', format('select outcome from api.load_statute(1, %L, %s)', '{"name": "musterstadt_2025", "file": "x"}', seen)) $$;
select is(pg_temp.load('0'), 'ERROR RT011', 'a new statute does not take the place of one that is there');
select is(pg_temp.load('17'), 'ERROR RT011', 'nor does a text that was seen before another was stored');

-- Texts of new ones.
select alike(api.new_statute_text(1), E'statute satzung\\_2026\ntitle "Entschädigungssatzung, Stadt Musterstadt"\nsource ""\nvalid from 01.01.2026\n%', 'a new one');
select alike((select api.copied_statute_text(id) from ours), E'statute musterstadt\\_2026\n%valid from 01.01.2026\n%', 'a copy has the next name and the next year');
select unalike((select api.copied_statute_text(id) from ours), '%12,82%', 'without the amount of the year before');
select alike((select api.copied_statute_text(id) from ours), '%from 01.01.2026 until 31.12.2026 13,90%', 'with that of the year');
select is(pg_temp.ask('sitzungsgeld', 'select count(*) from api.statute_base_texts(1, ''musterstadt_2025'')'), '1', 'what one would stand on');
select is(pg_temp.ask('sitzungsgeld', 'select count(*) from api.statute_base_texts(1, ''no_such'')'), '0', 'what is not there is left to the parser');
update council.statute set based_on = 'unten' where name = 'musterstadt_2025';
insert into council.statute (body_id, name, title, source, valid, based_on) values (1, 'unten', 'U', 'S', '[2025-01-01,)', 'musterstadt_2025');
select is(pg_temp.ask('sitzungsgeld', 'select string_agg(name, '' '') from api.statute_base_texts(1, ''unten'')'), 'unten musterstadt_2025', 'a circle ends');
select is(pg_temp.ask('sitzungsgeld', 'select string_agg(name, '' '') from api.statute_top_texts(1, ''unten'')'), 'musterstadt_2025', 'what stands on it');
select is(pg_temp.ask('gast', 'select count(*) from api.statute_base_texts(1, ''unten'')'), 'ERROR 42501', 'a guest reads none');
select * from finish();
rollback;
