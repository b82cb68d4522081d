-- Filtered windows of the list of all items: block by block they give what a look at every row gives, in its order, for everybody
-- what he may see; and what they read does not grow with the city.
\ir lib/setup.sql
select * from no_plan();

create function pg_temp.put(how_many integer, title text) returns void language sql
as $$
  insert into council.agenda_item (meeting_id, organizations, position, title, public, reference)
  select 1, '{1}', 5000 + n % 90000, replace(title, '#', n::text), n % 5 <> 0, '30-' || n
  from generate_series(1, how_many) n
$$;
-- As postgres, the triggers that ask for rights aside: only what keeps the blocks runs (it always does).
set local session_replication_role = replica;
select pg_temp.put(900, 'Ausbau der Lindenstraße #');
select pg_temp.put(900, 'Bericht über Bäume # und Wälder');
select pg_temp.put(900, 'Verkehr # an der Schule');
select pg_temp.put(30, 'Zeichen %_\ "#"');
insert into council.agenda_item (meeting_id, organizations, position, title, public) values
  (1, '{1}', 9001, '😀 lachendes Ende', true), (1, '{1}', 9002, 'zzz', true), (1, '{1}', 9003, 'Öde Lindenallee', true),
  (1, '{1}', 9004, (select string_agg(chr(20000 + n), '') from generate_series(1, 500) n), true);
update council.agenda_item i set title = 'Umbenannt in Quitte' where i.title = 'Verkehr 7 an der Schule';
set local session_replication_role = origin;

select ok((select count(*) >= 3 from council.item_block), 'blocks were cut by and by');
create function pg_temp.lacking() returns bigint language sql
as $$
  select count(*) from council.agenda_item i
  where exists (select from unnest(council.grams(i.search)) g where not exists (select from council.item_block_gram h
    where h.gram = g and h.place = (select b.place from council.item_block b where (b.title, b.id) <= (i.title, i.id)
      order by b.title desc, b.id desc limit 1)))
$$;
select is(pg_temp.lacking(), 0::bigint, 'all letters of every item are known of its block');
select is((select count(*) from (select b.title, b.id, lag((b.title, b.id)) over (order by b.place) as before from council.item_block b) x
  where x.before >= (x.title, x.id)), 0::bigint, 'the numbers of the blocks follow the titles');
select ok(max(i.title) < council.end_of_titles(), 'no title comes after the last') from council.agenda_item i;

-- What the functions say against what the rows say, in windows from the beginning to the end.
create function pg_temp.by_windows(typed text, down boolean, size integer) returns text language plpgsql
as $$
declare
  found uuid[] := '{}';
  part uuid[];
  last_title text;
  last_id uuid;
begin
  loop
    part := array(select council.items_by_title(typed, down, last_title, last_id, size));
    found := found || part;
    exit when cardinality(part) < size;
    select i.title, i.id into last_title, last_id from council.agenda_item i where i.id = part[size];
  end loop;
  return md5(found::text) || ' ' || cardinality(found);
end
$$;
create function pg_temp.by_rows(typed text, down boolean) returns text language plpgsql
as $$
declare
  found uuid[];
begin
  select coalesce(array_agg(f.id order by f.n), '{}') into found from (
    select i.id, row_number() over (order by i.title, i.id) * case when down then -1 else 1 end as n from council.agenda_item i
    where not i.void and i.search operator(council.~~~) council.like_pattern(typed)) f;
  return md5(found::text) || ' ' || cardinality(found);
end
$$;
create temporary table asked (who text, typed text, down boolean);
insert into asked
select w.who, t.typed, d.down
from unnest(array['postgres', 'ratstisch_public']) w (who)
cross join unnest(array['l', 'li', 'linde', 'linden 7', 've', 'verkehr 7', 'quitte', 'z', 'wald', 'ü', 'b ü', 'b w', 'an der', '30-7', '7',
  'ode', '%', '_\', '"3', 'nichts davon', '', 'e', '😀', 'der 12', chr(20000) || chr(20001) || chr(20002)]) t (typed)
cross join (values (false), (true)) d (down);
grant select on asked to public;
create function pg_temp.differs(who text, size integer) returns text language plpgsql
as $$
declare
  r record;
  bad text := '';
begin
  execute format('set local role %I', who);
  for r in select * from asked a where a.who = differs.who loop
    if pg_temp.by_windows(r.typed, r.down, size) is distinct from pg_temp.by_rows(r.typed, r.down) then
      bad := bad || format(' [%s %s]', r.typed, r.down);
    end if;
  end loop;
  reset role;
  return bad;
end
$$;
select is(pg_temp.differs('ratstisch_public', s), '', format('the public, in windows of %s: what it may see, in order, both ways', s))
from unnest(array[31, 500]) s;

-- A role of the office that sees everything, and one that sees one committee only.
create role sees_all_windows;
create role sees_one_windows;
grant ratstisch_reader to sees_all_windows, sees_one_windows;
insert into council.account (login, display_name) values ('sees_all_windows', 'A'), ('sees_one_windows', 'B');
insert into council.permission (account_id, role, organization_id)
select a.id, 'reader', case a.login when 'sees_one_windows' then 2 end from council.account a where a.login like 'sees\_%\_windows';
insert into asked select w, a.typed, a.down from asked a cross join unnest(array['sees_all_windows', 'sees_one_windows']) w where a.who = 'postgres';
select is(pg_temp.differs(w, 108), '', format('%s: the same', w)) from unnest(array['sees_all_windows', 'sees_one_windows']) w;
select is(pg_temp.ask('sees_all_windows', 'select count(*) from council.items_by_title(''lindenstr'', false, null, null, 5000)'), '900', 'all of them');
select is(pg_temp.ask('ratstisch_public', 'select count(*) from council.items_by_title(''lindenstr'', false, null, null, 5000)'), '720', 'the public: the public ones');
select is(pg_temp.ask('ratstisch_public', 'select count(*) from council.item_block_gram'), 'ERROR 42501', 'the letters are for nobody');

-- What is read: the blocks in which the letters are, not those before them.
analyze council.item_block, council.item_block_gram, council.agenda_item;
create function pg_temp.pages(query text) returns bigint language plpgsql
as $$
declare
  plan json;
begin
  execute query; -- plans and catalogues once
  execute 'explain (analyze, buffers, timing off, format json) ' || query into plan;
  return (plan -> 0 -> 'Plan' ->> 'Shared Hit Blocks')::bigint + (plan -> 0 -> 'Plan' ->> 'Shared Read Blocks')::bigint;
end
$$;
select council.arrange_items();
select is(pg_temp.lacking(), 0::bigint, 'arranged anew: no letters are lacking');
select is(pg_temp.differs('sees_all_windows', 300), '', 'and the same is found');
create temporary table before_growth as
select t.typed, pg_temp.pages(format('select count(*) from council.items_by_title(%L, false, null, null, 30)', t.typed)) as pages
from unnest(array['verkehr', 'quitte', 'linden', 'zzz']) t (typed);
alter table council.agenda_item disable trigger place_item;
set local session_replication_role = replica;
select pg_temp.put(9000, 'Anlage # am Ufer');
set local session_replication_role = origin;
alter table council.agenda_item enable always trigger place_item;
select council.arrange_items();
analyze council.item_block, council.item_block_gram, council.agenda_item;
select cmp_ok(pg_temp.pages(format('select count(*) from council.items_by_title(%L, false, null, null, 30)', b.typed)), '<=', b.pages * 4 / 3 + 40,
  format('with four times as many items before it as much is read as before: %s', b.typed))
from before_growth b;
select is((select count(*) from council.items_by_title('ufer', false, null, null, 30, 1)), 30::bigint, 'who counts needs no patience where all fit');
select is((select string_agg(coalesce(x::text, 'more'), '') from council.items_by_title('qqq', false, null, null, 30, 1) x), null, 'nor where the letters are nowhere');
select is((select string_agg(coalesce(x::text, 'more'), '') from council.items_by_title('am ufer 1', false, null, null, 9001, 1) x), 'more', 'else there may be more');

-- The first window of other lists that grow goes along an index: nothing is sorted but what the page shows.
create function pg_temp.plan(query text) returns text language plpgsql
as $$
declare
  line text;
  plan text := '';
begin
  set local enable_seqscan = off; -- the tables of a test are small
  for line in execute 'explain (costs off) ' || query loop
    plan := plan || line || E'\n';
  end loop;
  reset enable_seqscan;
  return plan;
end
$$;
\set my_meetings `sed '/^--/d' "$RATSTISCH_TOP/sql/queries/list_my_meetings.sql"`
\set meetings `sed '/^--/d' "$RATSTISCH_TOP/sql/queries/list_meetings.sql"`
\set tasks `sed '/^--/d' "$RATSTISCH_TOP/sql/queries/list_tasks.sql"`
\set changes `sed '/^--/d' "$RATSTISCH_TOP/sql/queries/list_changes.sql"`
select matches(pg_temp.plan(format('select * from (%s) q order by q.%s limit 50', v.body, v.sort)), v.index, format('%s: %s', v.sort, v.index))
from (values (:'my_meetings', 'urgency, q.id', 'meeting_urgency'), (:'meetings', 'starts_at desc, q.id desc', 'meeting_starts_at'),
  (:'meetings', 'number, q.id', 'meeting_number'), (:'meetings', 'name, q.id', 'meeting_name'),
  (:'tasks', 'due_order, q.id', 'task_due_order'), (:'tasks', 'office, q.id', 'task_office'),
  (:'changes', 'at desc, q.id desc', 'change_at'), (:'changes', 'author, q.id', 'change_author')) v (body, sort, index);

select * from finish();
rollback;
