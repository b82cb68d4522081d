-- query: schema_state
-- kind: one
-- row: has_schema boolean
-- row: has_other boolean
select to_regclass('council.schema_version') is not null as has_schema,
  exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  ) as has_other
