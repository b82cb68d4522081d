-- The rules of this house: comments, row-level security, pinned paths, closed functions; plpgsql_check.
\ir lib/setup.sql
select * from no_plan();
create temporary view ours as
select c.oid, c.relname, c.relkind, n.nspname, c.relrowsecurity, c.reloptions
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('council', 'api') and c.relkind in ('r', 'v');
create temporary view our_functions as
select p.oid, p.oid::regprocedure::text as name, p.prosecdef, p.proconfig, p.prolang, p.prorettype, n.nspname
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname in ('council', 'api')
  and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e');

select is((select string_agg(nspname || '.' || relname, ' ') from ours where obj_description(oid, 'pg_class') is null), null, 'every table and view has a comment');
select is((select string_agg(name, ' ') from our_functions where nspname = 'api' and obj_description(oid, 'pg_proc') is null), null, 'every function of api has a comment');
select is((select string_agg(relname, ' ') from ours where relkind = 'r' and not relrowsecurity), null, 'every table has row-level security');
select is((select string_agg(relname, ' ') from ours o where relkind = 'r' and not exists (select from pg_policy p where p.polrelid = o.oid)), null, 'every table has a policy');
select is((select string_agg(relname, ' ') from ours where relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)), null, 'every view asks with the rights of the asker');
select is((select string_agg(name, ' ') from our_functions where prosecdef and not coalesce(proconfig[1] like 'search_path=pg_catalog, council, pg_temp', false)), null, 'every function with its owner''s rights pins the search path');
select is((select string_agg(name, ' ') from our_functions f where has_function_privilege('public', oid, 'execute')
  and name not like '%matches_pattern%'), null, 'no function is open to everybody');
create role nobody_of_us;
select is((select string_agg(nspname || '.' || relname, ' ') from ours where has_table_privilege('nobody_of_us', oid, 'select, insert, update, delete')), null, 'a role without rights has no access to any table');
select is((select has_schema_privilege('nobody_of_us', 'council', 'usage') or has_schema_privilege('nobody_of_us', 'api', 'usage')), false, 'nor to the schemas');
select is((select string_agg(conrelid::regclass || '.' || conname, ' ') from pg_constraint where connamespace = 'council'::regnamespace and not convalidated), null, 'every constraint is validated');
select is((select string_agg(c.conrelid::regclass || '(' || a.attname || ')', ' ' order by 1) from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.conrelid::regclass::text in ('council.agenda_item', 'council.vote_event', 'council.item_state', 'council.membership', 'council.vote')
    and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])),
  'council.membership(on_behalf_of_id) council.vote(person_id)', 'large tables have an index for their foreign keys but for these two');

-- The kinds of the contract.
select is((select string_agg(kind, ' ' order by kind collate "C") from council.event_kind),
  'amendment arrive close conflict conflict_end depart election guest item_absent item_add item_call item_end item_move item_public item_withdraw mark open part pause pen quorum release result resume seats speaker substitute substitute_end task text undo vote wording',
  'the kinds of doc/ledger.md');
select is((select string_agg(a.attname, ' ' order by a.attnum) from pg_attribute a where a.attrelid = 'council.meeting_event'::regclass and a.attnum between 1 and 30),
  'event_id meeting_id at typed_at kind item_id person_id other_person_id organization_id ref_event_id slot mode rule outcome flag legal entitled present yes no abstain invalid number text note persons choices labels counts due',
  'the fields of doc/ledger.md in their order');

select count(*) > 0 as has_check from pg_available_extensions where name = 'plpgsql_check' \gset
\if :has_check
create extension plpgsql_check;
-- The tables that a calculation of fees makes for itself; the checker has to find them.
select council.fee_begin_work();
create temporary table work_candidate (work_id integer, name text, basis text, id bigint, day date, person_id bigint, since timestamptz,
  until timestamptz, substitute_for_id bigint, organization_id bigint, matched bigint, raw_minutes integer, minutes integer, daily boolean);
create temporary table work_paid (work_id integer, basis text, id bigint, matched bigint);
create temporary table work_priced (work_id integer, person_id bigint, basis text, id bigint, day date, rate numeric, quantity numeric,
  minutes integer, share numeric, exact numeric, since timestamptz, until timestamptz, substitute_for_id bigint, daily boolean, several boolean);
create temporary table gone as select * from council.fee_item limit 0; -- of triggers
create temporary table added as select * from council.fee_claim limit 0;
create temporary table work_waiting (person_id bigint, kind text, day date, id bigint, name text);
create temporary table work_limit (work_id integer, code text, key text, kind text, number integer, minutes integer, amount numeric,
  times_over bigint, times_under bigint, highest boolean, valid daterange);
create temporary table work_earlier (name text, person_id bigint, basis text, basis_id bigint, day date, since timestamptz, net numeric, counted numeric);
create temporary table work_fresh (person_id bigint, rule_id bigint, rule_name text, basis text, basis_id bigint, day date,
  fresh numeric, rate numeric, quantity numeric, minutes integer, share numeric, days integer, exact numeric, cut numeric, cut_by text,
  since timestamptz, until timestamptz, substitute_for_id bigint, pay text);
select is((select string_agg(f.name || ': ' || c.message, E'\n') from our_functions f
    join pg_language l on l.oid = f.prolang and l.lanname = 'plpgsql'
    cross join lateral plpgsql_check_function_tb(f.oid, fatal_errors => false, performance_warnings => false, extra_warnings => false) c
    where f.prorettype <> 'trigger'::regtype and c.level = 'error'), null, 'plpgsql_check finds no error');
select is((select string_agg(f.name || ' on ' || t.tgrelid::regclass || ': ' || c.message, E'\n')
    from (select distinct on (tgfoid, tgrelid) tgfoid, tgrelid from pg_trigger where not tgisinternal) t
    join our_functions f on f.oid = t.tgfoid
    cross join lateral plpgsql_check_function_tb(f.oid, t.tgrelid, fatal_errors => false) c
    where c.level = 'error'), null, 'nor in a trigger');
\else
select skip('plpgsql_check is not installed', 2);
\endif

select * from finish();
rollback;
