-- Windows of filtered agenda items in the order of titles, whatever is typed and however many items fit or do not
-- (sql/schema/80_item_blocks.sql). items_by_title runs with its owner's rights and says itself what may be seen, as the policy does;
-- the query that reads the rows it names is bound by the policy once more.

-- ---- letters ----

-- Runs of letters of a searched text: three of a word, and at its beginning a blank and one or two.
create or replace function council.grams(value text) returns text[]
  language plpgsql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
as $$
declare
  found text[] := '{}';
  word text;
begin
  foreach word in array string_to_array(value, ' ') loop
    if word <> '' then
      word := ' ' || word;
      found := found || left(word, 2);
      for i in 1 .. length(word) - 2 loop
        found := found || substr(word, i, 3);
      end loop;
    end if;
  end loop;
  return found;
end
$$;

-- Runs that every text has that fits the pattern of council.like_pattern: at most four, because each costs a look.
create or replace function council.pattern_grams(pattern text) returns text[]
  language plpgsql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
as $$
declare
  letters text[] := regexp_split_to_array(pattern, '');
  piece text := '';
  found text[] := '{}';
  n integer;
  i integer := 1;
begin
  while i <= cardinality(letters) loop
    if letters[i] = '%' then
      piece := '';
    else
      if letters[i] = '\' then
        i := i + 1;
      end if;
      piece := piece || letters[i];
    end if;
    if length(piece) >= 3 then
      found := found || right(piece, 3);
    elsif length(piece) = 2 and left(piece, 1) = ' ' and letters[i + 1] = '%' then
      found := found || piece;
    end if;
    i := i + 1;
  end loop;
  found := array(select distinct f from unnest(found) f);
  n := cardinality(found);
  if n <= 4 then
    return found;
  end if;
  return array[found[1], found[1 + n / 3], found[1 + 2 * n / 3], found[n]];
end
$$;

-- ---- blocks ----

-- A title after all others: where the last block ends.
create or replace function council.end_of_titles() returns text
  language sql immutable parallel safe
return E'\uFFFF\uFFFF';

-- A block of more than 800 rows is cut in two. Who has put a row into it and is not done holds it (place_item): then it is left
-- for another time. So it is where a transaction sees the database as it once was: it might not see all rows.
create or replace function council.cut_block(at_place numeric) returns boolean
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  low council.item_block;
  high council.item_block;
  middle record;
  between numeric;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    return false;
  end if;
  select * into low from council.item_block b where b.place = at_place for update skip locked;
  if not found then
    return false;
  end if;
  select * into high from council.item_block b where b.place > at_place order by b.place limit 1;
  between := case when high.place is null then trunc(at_place) + 1 else (at_place + high.place) / 2 end;
  high.title := coalesce(high.title, council.end_of_titles());
  high.id := coalesce(high.id, low.id);
  select count(*) as rows, (array_agg(r.title order by r.title, r.id))[401] as title,
    (array_agg(r.id order by r.title, r.id))[401] as id into middle
  from (select i.title, i.id from council.agenda_item i
    where (i.title, i.id) >= (low.title, low.id) and (i.title, i.id) < (high.title, high.id)
    order by i.title, i.id limit 801) r;
  if middle.rows <= 800 then
    return false;
  end if;
  insert into council.item_block (place, title, id) values (between, middle.title, middle.id);
  delete from council.item_block_gram g where g.place = at_place;
  insert into council.item_block_gram (gram, place)
  select distinct g, case when (i.title, i.id) >= (middle.title, middle.id) then between else at_place end
  from council.agenda_item i cross join lateral unnest(council.grams(i.search)) g
  where (i.title, i.id) >= (low.title, low.id) and (i.title, i.id) < (high.title, high.id);
  return true;
end
$$;
comment on function council.cut_block(numeric) is 'Cuts a block of too many rows in two, if nobody is writing into it.';

-- All blocks anew, for what came past the trigger: a generated city, a database of an older version.
create or replace function council.arrange_items() returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  set work_mem = '64MB'
as $$
begin
  lock table council.item_block in exclusive mode;
  delete from council.item_block_gram;
  delete from council.item_block b where b.place <> 0;
  with arranged as materialized (
    select r.title, r.id, r.search, ((r.n - 1) / 400)::numeric as place, r.n % 400 = 1 and r.n > 1 as first
    from (select i.title, i.id, i.search, row_number() over (order by i.title, i.id) as n from council.agenda_item i) r),
  beginnings as (
    insert into council.item_block (place, title, id) select a.place, a.title, a.id from arranged a where a.first),
  words as materialized (
    select distinct ' ' || w.word as word, a.place
    from arranged a cross join lateral string_to_table(a.search, ' ') w (word) where w.word <> '')
  insert into council.item_block_gram (gram, place)
  select substr(w.word, i, 3), w.place from words w cross join lateral generate_series(1, length(w.word) - 2) i
  union
  select left(w.word, 2), w.place from words w
  order by 1, 2;
end
$$;
comment on function council.arrange_items() is 'Makes the blocks of agenda items anew.';

-- The letters of a new or changed item go to its block. It is held till the end, so that it is not cut meanwhile; and looked for
-- again once held, because it may just have been cut.
create or replace function council.place_item() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_bitmapscan = off set enable_seqscan = off
as $$
declare
  at_place numeric;
  held numeric;
begin
  loop
    select b.place into at_place from council.item_block b
    where (b.title, b.id) <= (new.title, new.id) order by b.title desc, b.id desc limit 1;
    exit when at_place = held;
    select b.place into held from council.item_block b where b.place = at_place for key share;
  end loop;
  insert into council.item_block_gram (gram, place)
  select distinct g, at_place from unnest(council.grams(new.search)) g
  where not exists (select from council.item_block_gram h where h.gram = g and h.place = at_place);
  if hashtext(new.id::text) % 64 = 0 then
    perform council.cut_block(at_place);
  end if;
  return null;
end
$$;

create or replace trigger place_item after insert or update of number, reference, title, paper_title on council.agenda_item
  for each row execute function council.place_item();
-- Also on a portal, whose rows come by replication.
alter table council.agenda_item enable always trigger place_item;

do $$
begin
  if (select count(*) from council.item_block) * 2000 < (select count(*) from council.agenda_item) then
    perform council.arrange_items();
  end if;
end
$$;

-- ---- windows ----

-- By the trigram index, if it finds at most a thousand; else NULL. Statements of their own: the planner must see the pattern.
create or replace function council.few_items(pattern text, descending boolean, after_title text, after_id uuid, most integer)
  returns uuid[]
  language plpgsql stable security definer
  set search_path = pg_catalog, council, pg_temp
  set enable_hashjoin = on set enable_mergejoin = on set enable_bitmapscan = on set enable_sort = on set enable_seqscan = off
as $$
declare
  fitting uuid[];
begin
  -- Only of letters and digits the index knows enough: it takes the others for blanks.
  if pattern !~ '^[[:alnum:]% ]*$' then
    return null;
  end if;
  execute format('select array_agg(f.id) from (select i.id from council.agenda_item i where i.search operator(council.~~~) %L limit 1001) f', pattern)
    into fitting;
  if cardinality(fitting) > 1000 then
    return null;
  end if;
  execute format('select array_agg(f.id order by f.n) from (
      select i.id, row_number() over (order by i.title %1$s, i.id %1$s) as n from council.agenda_item i
      where i.id = any ($1) and not i.void
        and (i.is_public and ($2 or exists (select from council.meeting m where m.id = i.meeting_id and m.state <> ''planned''))
          or $3 or i.organizations && $4)
        and ($5 is null or (i.title, i.id) %2$s ($5, $6))
      order by n limit $7) f', case when descending then 'desc' else 'asc' end, case when descending then '<' else '>' end)
    into fitting
    using fitting, council.is_staff(), council.may(null, 'read_nonpublic'), council.visible_organizations(), after_title, after_id, most;
  return coalesce(fitting, '{}');
end
$$;

-- Block by block, those only in which all letters occur; the rarest leads, the others are asked for. When 24 were read and the
-- window is not full, because the letters do not stand together, the index may do it. Who only counts reads so many blocks and no more; a NULL at
-- the end says that there may be others.
create or replace function council.items_by_title(typed text, descending boolean, after_title text, after_id uuid, most integer,
    patience integer default null)
  returns setof uuid
  language plpgsql stable security definer rows 100
  set search_path = pg_catalog, council, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off set enable_bitmapscan = off set enable_seqscan = off set enable_sort = off
  set plan_cache_mode = force_generic_plan
as $$
declare
  pattern text := council.like_pattern(typed);
  staff boolean := council.is_staff();
  sees_all boolean := council.may(null, 'read_nonpublic');
  seen bigint[] := council.visible_organizations();
  g text[];
  at_place numeric;
  blocks refcursor;
  low council.item_block;
  high council.item_block;
  window_ids uuid[];
  all_ids uuid[] := '{}';
  read integer := 0;
begin
  g := array(select x.gram from unnest(council.pattern_grams(pattern)) x (gram)
    order by (select count(*) from (select from council.item_block_gram h where h.gram = x.gram limit 2000) n));
  select b.place into at_place from council.item_block b
  where (b.title, b.id) <= (coalesce(after_title, case when descending then council.end_of_titles() else '' end),
    coalesce(after_id, '00000000-0000-0000-0000-000000000000'))
  order by b.title desc, b.id desc limit 1;
  open blocks for execute format('select k.place from council.%1$s k where %2$s and k.place %3$s $2
      and ($1[2] is null or exists (select from council.item_block_gram h where h.gram = $1[2] and h.place = k.place))
      and ($1[3] is null or exists (select from council.item_block_gram h where h.gram = $1[3] and h.place = k.place))
      and ($1[4] is null or exists (select from council.item_block_gram h where h.gram = $1[4] and h.place = k.place))
      order by k.place %4$s',
    case when g = '{}' then 'item_block' else 'item_block_gram' end, case when g = '{}' then 'true' else 'k.gram = $1[1]' end,
    case when descending then '<=' else '>=' end, case when descending then 'desc' else '' end)
    using g, at_place;
  loop
    fetch blocks into at_place;
    exit when not found;
    continue when at_place = low.place;
    select * into low from council.item_block b where b.place = at_place;
    select * into high from council.item_block b where b.place > at_place order by b.place limit 1;
    high.title := coalesce(high.title, council.end_of_titles());
    high.id := coalesce(high.id, low.id);
    if descending then
      window_ids := array(
        select i.id from (
          (select l.title, l.id from council.agenda_item l
            where (l.title, l.id) >= (low.title, low.id) and (l.title, l.id) < (high.title, high.id)
              and (after_id is null or (l.title, l.id) < (after_title, after_id))
              and octet_length(l.title) + octet_length(l.search) <= 2000 and concat(' ', l.search) like pattern
            order by l.title desc, l.id desc)
          union all
          (select l.title, l.id from council.agenda_item l
            where (l.title, l.id) >= (low.title, low.id) and (l.title, l.id) < (high.title, high.id)
              and (after_id is null or (l.title, l.id) < (after_title, after_id))
              and octet_length(l.title) + octet_length(l.search) > 2000 and concat(' ', l.search) like pattern
            order by l.title desc, l.id desc)) f
        join council.agenda_item i on i.id = f.id
        where not i.void
          and (i.is_public and (staff or exists (select from council.meeting m where m.id = i.meeting_id and m.state <> 'planned'))
            or sees_all or i.organizations && seen)
        order by f.title desc, f.id desc limit most - cardinality(all_ids));
    else
      window_ids := array(
        select i.id from (
          (select l.title, l.id from council.agenda_item l
            where (l.title, l.id) >= (low.title, low.id) and (l.title, l.id) < (high.title, high.id)
              and (after_id is null or (l.title, l.id) > (after_title, after_id))
              and octet_length(l.title) + octet_length(l.search) <= 2000 and concat(' ', l.search) like pattern
            order by l.title, l.id)
          union all
          (select l.title, l.id from council.agenda_item l
            where (l.title, l.id) >= (low.title, low.id) and (l.title, l.id) < (high.title, high.id)
              and (after_id is null or (l.title, l.id) > (after_title, after_id))
              and octet_length(l.title) + octet_length(l.search) > 2000 and concat(' ', l.search) like pattern
            order by l.title, l.id)) f
        join council.agenda_item i on i.id = f.id
        where not i.void
          and (i.is_public and (staff or exists (select from council.meeting m where m.id = i.meeting_id and m.state <> 'planned'))
            or sees_all or i.organizations && seen)
        order by f.title, f.id limit most - cardinality(all_ids));
    end if;
    all_ids := all_ids || window_ids;
    read := read + 1;
    exit when cardinality(all_ids) >= most;
    if read = patience then
      all_ids := all_ids || null::uuid;
      exit;
    end if;
    if read = 24 then
      window_ids := council.few_items(pattern, descending, after_title, after_id, most);
      all_ids := coalesce(window_ids, all_ids);
      exit when window_ids is not null;
    end if;
  end loop;
  close blocks;
  return query select unnest(all_ids);
end
$$;
comment on function council.items_by_title(text, boolean, text, uuid, integer, integer) is
  'Agenda items that the asker may see and that fit what was typed, in the order of titles, after a row.';
