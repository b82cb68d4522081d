-- Who is not a fee clerk sees no amount, who has not the right bank no account number: in every table, view and function of the fee module,
-- found in the catalogue; nobody changes what is committed or releases an own run; nothing that a caller plants is run by the module.
\ir lib/setup.sql
select * from no_plan();
\o /dev/null
\ir lib/fees.sql

-- An amount and an account number that are nowhere else: person 11, a run, a claim, a correction, a draft, a payment.
create function pg_temp.words(kind text) returns text[]
  language sql immutable
as $$ select case kind when 'bank' then array[pg_temp.iban(8675309123)] else array['73219.47', '73.219,47', '73219,47', pg_temp.iban(8675309123)] end $$;
insert into council.fee_payee (id, person_id, name, valid) values (9011, 11, 'Elfte Person', '[2026-01-01,)');
insert into council.fee_bank_account (payee_id, iban, valid) values (9011, pg_temp.iban(8675309123), '[2026-01-01,)');
select pg_temp.add_run(906, '[2026-09-01,2026-10-01)');
select pg_temp.add_item(906, 11, 901, 'month', '2026-09-01', 73219.47, 0, 73219.47, 1);
select pg_temp.finish_run(906);
insert into council.fee_gap (run_id, person_id, kind, blocks, detail) values (906, 11, 'large', false, '73.219,47');
insert into council.fee_correction (person_id, rule_name, day, amount, reason) values (11, 'pauschale', '2026-09-01', 73219.47, 'x');
insert into council.fee_claim (person_id, kind, day, amount) values (11, 'other', '2026-09-01', 73219.47);
insert into council.fee_account (body_id, rule_name, account, valid) values (1, 'sitzung', '73219.47', '[2030-01-01,)');
insert into council.body_size (body_id, measure, value, valid, source) values (1, 'inhabitants', 5, '[1990-01-01,1991-01-01)', '73219.47');
update council.fee_setting set large_amount = 73219.47;
insert into council.statute (id, body_id, name, title, source, valid) values (907, 1, 'geheim', '73219.47', 'x', '[2026-01-01,)');
insert into council.fee_rule (id, statute_id, name, label, paragraph, valid, pay, amount) values (907, 907, 'geheim', 'x', 'x', '[2026-01-01,)', 'monthly', 73219.47);
insert into council.fee_rate (id, statute_id, name, label, paragraph, valid, amount) values (907, 907, 'geheim', 'x', 'x', '[2026-01-01,)', 73219.47);
insert into council.posting_template (id, body_id, name, title, form) values (907, 1, 'geheim', '73219.47', 'csv');
insert into council.posting_column (template_id, record, place, field, value) values (907, 'line', 1, 'const', '73219.47');
select pg_temp.ask('kasse', 'select count(*) from api.make_payment(1, '''', council.today(), ''pain.001.001.09'')');
insert into council.account (login, display_name) values ('umzug', 'Datenübernahme'), ('frueher', 'Sitzungsgeldstelle im Vorjahr');
insert into council.permission (account_id, role, valid)
select a.id, case a.login when 'umzug' then 'migration_clerk' else 'fee_cashier' end, case a.login when 'umzug' then '[2020-01-01,)' else '[2020-01-01,2021-01-01)' end::daterange
from council.account a where a.login in ('umzug', 'frueher');
\o

-- Everything that a statement tells, errors with detail and hint; nothing of it stays.
create function pg_temp.tell(who text, query text) returns text
  language plpgsql
as $$
declare
  row_told record;
  told text := '';
  told_message text;
  told_detail text;
  told_hint text;
begin
  execute format('set local role %I', who);
  begin
    if query ~ '^(select|with)|returning' then
      for row_told in execute query loop
        told := told || row_told::text || E'\n';
      end loop;
    else
      execute query;
    end if;
    raise exception using errcode = 'RT999';
  exception
    when sqlstate 'RT999' then null;
    when others then
      get stacked diagnostics told_message = message_text, told_detail = pg_exception_detail, told_hint = pg_exception_hint;
      told := concat_ws(' ', 'ERROR', sqlstate, told_message, told_detail, told_hint);
  end;
  reset role;
  return told;
end
$$;
create function pg_temp.betrays(told text, words text[]) returns boolean
  language sql immutable
as $$ select exists (select from unnest(words) w where strpos(replace(told, ' ', ''), w) > 0) $$;

-- Tables of the module, views upon them (upon other views, too), functions that name any of them.
create temporary table relation as
with recursive touching as (
  select c.oid, c.relname from pg_catalog.pg_class c
  where c.relnamespace = 'council'::regnamespace and c.relkind in ('r', 'p') and (c.relname ~ '^(fee_|statute|posting_)' or c.relname = 'body_size')
  union
  select v.oid, v.relname from touching t
  join pg_catalog.pg_depend d on d.refobjid = t.oid and d.refclassid = 'pg_class'::regclass and d.classid = 'pg_rewrite'::regclass
  join pg_catalog.pg_rewrite r on r.oid = d.objid
  join pg_catalog.pg_class v on v.oid = r.ev_class)
select t.oid, t.oid::regclass::text as name, c.relkind = 'v' as is_view, c.reloptions from touching t join pg_catalog.pg_class c on c.oid = t.oid;
create temporary table routine as
select p.oid, p.oid::regprocedure::text as name, p.prosecdef as definer, p.proconfig, p.proretset,
  format('select * from %s(%s) x', p.oid::regproc, (
    select string_agg(case
        when a.type::regtype = 'text[]'::regtype then '''{x}'''
        when a.type::regtype in ('bigint'::regtype, 'integer'::regtype, 'numeric'::regtype) then case when a.name in ('body', 'body_id') then '1'
          when a.name in ('person', 'person_id') then '11' when a.name = 'year' then '2026' when a.name = 'months' then '1'
          when a.name ~ 'file' then (select max(f.id)::text from council.fee_file f where f.kind = 'sepa')
          when a.name ~ 'item' then (select max(i.id)::text from council.fee_item i where i.run_id = 906)
          when a.name ~ 'settlement' then (select max(s.id)::text from council.fee_settlement s) else '906' end
        when a.type::regtype = 'date'::regtype then '''2026-09-01''' when a.type::regtype = 'boolean'::regtype then 'false'
        when a.type::regtype = 'jsonb'::regtype then '''[]'''
        when a.type::regtype = 'text'::regtype then case a.name when 'person' then '''11''' when 'needed' then '''fees''' else '''x''' end
        else 'null' end || '::' || format_type(a.type, null), ', ' order by a.place)
    from unnest(p.proargtypes::oid[], p.proargnames[1:p.pronargs]) with ordinality a (type, name, place))) as call
from pg_catalog.pg_proc p
where p.pronamespace in ('api'::regnamespace, 'council'::regnamespace) and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
  and pg_catalog.pg_get_functiondef(p.oid) ~ '\m(fee_[a-z]|statute|posting_[a-z]|body_size|require_fees)';
create temporary table outsider as
select a.login::text as login from council.account a
where not exists (select from council.permission p join council.role_right r on r.role = p.role and r."right" = 'fees'
  where p.account_id = a.id and p.valid @> council.today());
grant select on relation, routine, outsider to public;

select is((select string_agg(login, ' ' order by login) from outsider), 'frueher gast leserin schreibdienst schriftfuehrung umzug verwaltung', 'who is no fee clerk');
select cmp_ok((select count(*) from relation where not is_view), '>=', 40::bigint, 'tables are found');
select cmp_ok((select count(*) from relation where is_view), '>=', 10::bigint, 'and views');
select cmp_ok((select count(*) from routine where definer), '>=', 20::bigint, 'and functions with the rights of their owner');

-- By the catalogue: closed tables, views and functions that cannot be turned.
select is(array(select name from relation join pg_catalog.pg_class c using (oid) where not is_view and not c.relrowsecurity), '{}', 'every table has row-level security');
select is(array(select p.tablename || ' ' || p.policyname from pg_catalog.pg_policies p join relation r on r.name = 'council.' || p.tablename
  where not p.roles <@ '{ratstisch_fee_clerk,ratstisch_fee_cashier}'), '{}', 'every policy is for the fee module');
select is(array(select r.name || ' ' || o.login from relation r, outsider o where not r.is_view and o.login <> 'frueher'
  and (has_any_column_privilege(o.login, r.oid, 'select, insert, update, references') or has_table_privilege(o.login, r.oid, 'delete, truncate, trigger'))),
  '{}', 'nobody else has a grant');
select is(array(select name from relation where is_view and 'security_invoker=true' <> all (coalesce(reloptions, '{}'))), '{}', 'views have the rights of who asks');
select is(array(select p.oid::regprocedure::text from pg_catalog.pg_proc p where p.pronamespace in ('api'::regnamespace, 'council'::regnamespace) and p.prosecdef
  and not exists (select from unnest(p.proconfig) c where c ~ '^search_path=pg_catalog, (council, )?pg_temp$')), '{}',
  'what runs with the rights of the owner looks for names of the caller last');
select is(array(select a.login || ' ' || g from council.account a, unnest(array['ratstisch_owner', 'pg_read_all_data', 'pg_write_all_data']) g where pg_has_role(a.login, g, 'member')),
  '{}', 'nobody is the owner');
select is(array(select a.login || ' ' || n.nspname from council.account a, pg_catalog.pg_namespace n
  where n.nspname in ('api', 'council', 'public', 'pg_catalog') and has_schema_privilege(a.login, n.oid, 'create')), '{}', 'nobody makes objects that stay');

-- Really asked, word for word. The cashier finds both words, so that this test can fail.
select cmp_ok((select count(*) from relation where pg_temp.betrays(pg_temp.tell('kasse', 'select * from ' || name), pg_temp.words('fees'))), '>=', 20::bigint, 'the cashier finds the amount');
select is(array(select name from relation where pg_temp.betrays(pg_temp.tell('kasse', 'select * from ' || name), pg_temp.words('bank')) and not is_view order by name),
  '{council.fee_bank_account,council.fee_transfer}', 'the account number stands in two tables');
select is(array(select r.name || ' ' || o.login from relation r, outsider o where pg_temp.tell(o.login, 'select * from ' || r.name) !~ '^(ERROR 42501.*)?$'), '{}',
  'the others get no row of any');
select is(array(select r.name || ' ' || o.login from relation r, outsider o, unnest(array['insert into %s default values', 'delete from %s', 'truncate %s']) q
  where not r.is_view and pg_temp.tell(o.login, format(q, r.name)) !~ '^ERROR (42501|RT003) [^0-9]*$'), '{}', 'and write none');
select is(array(select v.name || ' ' || o.login from outsider o, (select c.oid::regclass::text as name from pg_catalog.pg_class c
    where c.relnamespace in ('api'::regnamespace, 'council'::regnamespace) and c.relkind in ('r', 'v')) v
  where pg_temp.betrays(pg_temp.tell(o.login, 'select * from ' || v.name), pg_temp.words('fees'))), '{}', 'nor the words of anything else, the journal among it');
select is((select count(*) from council.change where pg_temp.betrays(after::text, pg_temp.words('fees'))) > 5, true, 'where they stand');
select is(array(select o.login || ' ' || c from outsider o, lateral (select pg_temp.tell(o.login,
    'select table_name from council.change where table_name ~ ''^(fee_|statute|posting_|body_size)''') as c) x where c !~ '^(ERROR 42501.*)?$'), '{}', 'no change of the module is told');

-- Functions: with the rights of the owner they refuse, with those of the asker they tell nothing.
create temporary table heard as
select f.name, f.definer, w.login, pg_temp.tell(w.login, f.call) as told
from routine f, (select login from outsider union all select unnest(array['sitzungsgeld', 'kasse'])) w;
select is(array(select concat_ws(' ', name, login, left(told, 60)) from heard join outsider using (login)
  where definer and told !~ '^ERROR (42501|RT003) '), '{}', 'functions with the rights of the owner refuse');
select is(array(select name || ' ' || login from heard join outsider using (login) where pg_temp.betrays(told, pg_temp.words('fees'))), '{}', 'none tells the words');
select cmp_ok((select count(*) from heard where login = 'kasse' and pg_temp.betrays(told, pg_temp.words('fees'))), '>=', 2::bigint, 'that the cashier hears');

-- Errors of others that meet rows of the module tell no more than that there are some.
select is(array(select o.login || ' ' || q from outsider o, unnest(array['delete from council.person where id = 11 returning id', 'delete from council.body returning id',
    'update council.person set id = 4711 where id = 11 returning id', 'delete from council.account where login = ''kasse'' returning id']) q
  where pg_temp.betrays(pg_temp.tell(o.login, q), pg_temp.words('fees'))), '{}', 'what holds rows fast is not told');

-- The fee clerk without the right bank.
select is(array(select v.name from (select c.oid::regclass::text as name from pg_catalog.pg_class c
    where c.relnamespace in ('api'::regnamespace, 'council'::regnamespace) and c.relkind in ('r', 'v')) v
  where pg_temp.betrays(pg_temp.tell('sitzungsgeld', 'select * from ' || v.name), pg_temp.words('bank'))), '{}', 'no account number for the fee clerk: tables, views, journal');
select is(array(select name from heard where login = 'sitzungsgeld' and pg_temp.betrays(told, pg_temp.words('bank'))), '{}', 'functions');
select is(array(select q || ': ' || t from unnest(array['delete from council.fee_payee where id = 9011 returning id', 'update council.fee_payee set id = 4711 where id = 9011 returning id',
    'update council.fee_bank_account set iban = iban', 'insert into council.fee_payee (id, person_id, name, valid) values (9011, 11, ''x'', ''[2026-01-01,)'')',
    'insert into council.fee_bank_account select * from council.fee_bank_account', 'select iban from council.fee_bank_account where iban::int = 1',
    'select * from api.open_balances(1, '''', council.today())', 'select (t).iban from council.fee_transfer t']) q, lateral (select pg_temp.tell('sitzungsgeld', q) as t) x
  where pg_temp.betrays(t, pg_temp.words('bank')) or t !~ '^ERROR'), '{}', 'errors');

-- What is committed stays: no grant for anybody, from the catalogue (tables of runs, dues, files, settlements, closed months).
create temporary table result as
select distinct r.name, r.oid from relation r join pg_catalog.pg_attribute a on a.attrelid = r.oid and not a.attisdropped
where not r.is_view and a.attname in ('run_id', 'settlement_id', 'file_id', 'committed_by', 'sha256', 'closed_by', 'confirmed_by', 'end_to_end');
select is((select string_agg(replace(name, 'council.', ''), ' ' order by name) from result), 'fee_closing fee_confirmation fee_due fee_file fee_gap fee_item fee_run fee_run_person '
  'fee_run_statute fee_settlement fee_transfer', 'the results');
select is(array(select r.name || ' ' || a.login from result r, council.account a
  where has_any_column_privilege(a.login, r.oid, 'insert, update') or has_table_privilege(a.login, r.oid, 'delete, truncate, trigger, references')), '{}',
  'no account changes a result');
insert into council.fee_run (id, body_id, period, calculated, state, created_by, committed_at, committed_by)
values (908, 1, '[2026-08-01,2026-09-01)', '[2026-08-01,2026-09-01)', 'committed', 'sitzungsgeld', now(), 'sitzungsgeld'),
  (909, 1, '[2026-07-01,2026-08-01)', '[2026-07-01,2026-08-01)', 'committed', 'kasse', now(), 'sitzungsgeld');
select is(pg_temp.tell('sitzungsgeld', format('select api.release_run(%s)', r)) ~ '^ERROR RT013', true, 'nobody releases what is the own: ' || r) from unnest(array[908, 909]) r;
select is(pg_temp.tell('kasse', 'select api.release_run(909)') ~ '^ERROR RT013', true, 'nor who made the dry run');
select is(left(pg_temp.tell('kasse', 'select api.release_run(908)'), 5), E'("")\n', 'somebody else does');
select throws_ok('update council.fee_run set state = ''released'', released_at = now(), released_by = ''sitzungsgeld'' where id = 908', '23514', null, 'not even the owner can say so');
select is(pg_temp.tell(who, 'delete from council.fee_account') ~ 'ERROR', false, who || ' may write what is entered') from unnest(array['sitzungsgeld', 'kasse']) who;

-- Rules that are gone or another since the dry run.
insert into council.fee_run (id, body_id, period, calculated, created_by) values (910, 1, '[2025-06-01,2025-07-01)', '[2025-06-01,2025-07-01)', 'sitzungsgeld'),
  (911, 1, '[2025-05-01,2025-06-01)', '[2025-05-01,2025-06-01)', 'sitzungsgeld');
insert into council.fee_run_statute (run_id, statute_id) values (910, 907), (911, 907);
\o /dev/null
select pg_temp.add_item(910, 11, 907, 'month', '2025-06-01', 10);
\o
update council.fee_run set created_at = '2020-01-01' where id = 911;
select is(pg_temp.ask('sitzungsgeld', 'delete from council.fee_rule where id = 907 returning id'), '907', 'a rule that no committed run has used may go');
select is(pg_temp.ask('sitzungsgeld', format('select api.commit_run(%s)', r)), 'ERROR RT012', 'but nothing is committed by what it was: ' || r) from unnest(array[910, 911]) r;

-- Another role: only what one is a member of, and a group is nobody.
create function pg_temp.as_login(login text, statements text[]) returns text
  language plpgsql
as $$
declare
  s text;
  told text := 'done';
begin
  begin
    foreach s in array statements loop
      execute s;
    end loop;
    raise exception using errcode = 'RT999';
  exception
    when sqlstate 'RT999' then null;
    when others then told := sqlstate;
  end;
  return told;
end
$$;
set local session authorization sitzungsgeld;
select is(pg_temp.as_login('sitzungsgeld', array['set local role ' || r]), '42501', 'no way to be ' || r) from unnest(array['kasse', 'ratstisch_owner', 'ratstisch_fee_cashier', 'verwaltung']) r;
select is(pg_temp.as_login('sitzungsgeld', array['select set_config(''role'', ''kasse'', true)']), '42501', 'nor by a setting');
select is(pg_temp.as_login('sitzungsgeld', array['set local role ratstisch_fee_clerk', 'select api.release_run(908)']), 'RT003', 'as a group one has no right');
select is(pg_temp.as_login('sitzungsgeld', array['select api.release_run(908)']), 'RT013', 'as oneself one is oneself');

-- Tables that the caller plants under the names of the module's own: its triggers are never run, and those of the module take none.
create function pg_temp.spring() returns trigger
  language plpgsql
as $$
begin
  raise exception using errcode = 'RT666', message = 'foreign code as ' || current_user;
end
$$;
create function pg_temp.plant(made text, name text, kind text) returns text[]
  language sql
as $$ select case kind when 'table' then array[format('create temporary table %I (like council.fee_item)', name),
    format('create trigger spring before insert or update or delete or truncate on pg_temp.%I for each statement execute function pg_temp.spring()', name)]
  else array[format('create temporary view %I as select * from council.fee_item', name),
    format('create trigger spring instead of insert or update or delete on pg_temp.%I for each row execute function pg_temp.spring()', name)] end || made $$;
reset session authorization;
create temporary table work as
select distinct m[1] as name from pg_catalog.pg_proc p, regexp_matches(p.prosrc, '\mtemp(?:orary)? table (?:if not exists )?(\w+)', 'g') m
where p.pronamespace in ('api'::regnamespace, 'council'::regnamespace) and p.prosrc ~ 'work_rule|work_fresh';
grant select on work to public;
select cmp_ok((select count(*) from work), '>=', 14::bigint, 'tables of a calculation are found');
set local session authorization sitzungsgeld;
select is(pg_temp.as_login('sitzungsgeld', array['select api.dry_run(1, ''2026-12-01'')', 'select api.simulate(1, ''2026-12-01'', 1)']), 'done', 'a run and a simulation');
select is(array(select w.name || ' ' || made from work w, unnest(array['select api.dry_run(1, ''2026-12-01'')', 'select api.simulate(1, ''2026-12-01'', 1)']) made
  where pg_temp.as_login('sitzungsgeld', pg_temp.plant(made, w.name, 'table')) = 'RT666'), '{}', 'planted triggers are not run');
select is(array(select w.name from work w
  where pg_temp.as_login('sitzungsgeld', pg_temp.plant('select api.dry_run(1, ''2026-12-01'')', w.name, 'view')) = 'RT666'), '{}', 'of views neither');
select ok(api.dry_run(1, '2026-12-01') > 0, 'after a run');
select is(array(select w.name || ' ' || q || ' ' || t from work w, unnest(array['create trigger spring before insert on pg_temp.%I for each row execute function pg_temp.spring()',
    'alter table pg_temp.%I add column x integer', 'select * from pg_temp.%I', 'insert into pg_temp.%I default values', 'drop table pg_temp.%I']) q,
  lateral (select pg_temp.as_login('sitzungsgeld', array[format(q, w.name)]) as t) x where t not in ('42501', '42P01')), '{}',
  'the module''s own tables are closed to the caller');
reset session authorization;
-- The bank side of what the fee clerk enters.
select is(pg_temp.ask('sitzungsgeld', $$with u as (update council.fee_setting set debtor_iban = 'DE89370400440532013000' where body_id = 1 returning 1) select count(*) from u$$),
  'ERROR RT003', 'the account that pays is changed with the right bank only');
select is(pg_temp.ask('kasse', $$with u as (update council.fee_setting set debtor_iban = 'DE89370400440532013000' where body_id = 1 returning 1) select count(*) from u$$),
  '1', 'with it it is');
select is(pg_temp.ask('sitzungsgeld', $$with u as (update council.fee_setting set large_amount = 500 where body_id = 1 returning 1) select count(*) from u$$),
  '1', 'the rest of the settings is the clerk''s');
select is(pg_temp.ask('sitzungsgeld', $$with u as (update council.fee_payee set person_id = (select max(p.id) from council.person p where p.body_id = 1)
  where id = (select min(b.id) from council.fee_payee b) returning 1) select count(*) from u$$),
  'ERROR RT003', 'a payee with an account goes to no other person');

select * from finish();
rollback;
