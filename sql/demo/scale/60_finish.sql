-- Indexes, foreign keys, numbers of the identity columns, statistics.

set local session_replication_role = origin;

do $$
declare
  r record;
  bad boolean;
begin
  for r in select definition from index_later loop
    execute r.definition;
  end loop;
  for r in
    select c.conrelid::regclass as child, c.confrelid::regclass as parent, c.conname,
      string_agg(format('p.%I = c.%I', pa.attname, ca.attname), ' and ') as keys,
      string_agg(format('c.%I is not null', ca.attname), ' and ') as wanted
    from pg_constraint c cross join unnest(c.conkey, c.confkey) k (child_column, parent_column)
    join pg_attribute ca on ca.attrelid = c.conrelid and ca.attnum = k.child_column
    join pg_attribute pa on pa.attrelid = c.confrelid and pa.attnum = k.parent_column
    where c.contype = 'f' and c.connamespace = 'council'::regnamespace
    group by c.oid, c.conrelid, c.confrelid, c.conname
  loop
    execute format('select exists (select from %s c where %s and not exists (select from %s p where %s))',
      r.child, r.wanted, r.parent, r.keys) into bad;
    if bad then
      raise foreign_key_violation using message = format('%s: %s', r.child, r.conname);
    end if;
  end loop;
  for r in select a.attrelid::regclass::text as tab, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'council'::regnamespace and c.relkind = 'r' and a.attidentity <> ''
  loop
    execute format('select setval(pg_get_serial_sequence(%L, %L), greatest(coalesce(max(%I), 0), 1000)) from %s',
      r.tab, r.attname, r.attname, r.tab);
  end loop;
end
$$;

alter table council.agenda_item enable always trigger place_item;
select council.arrange_items();

do $$
declare
  t text;
begin
  for t in select c.oid::regclass from pg_class c where c.relnamespace = 'council'::regnamespace and c.relkind = 'r' loop
    execute format('analyze %s', t);
  end loop;
end
$$;
