set local role ratstisch_owner;

-- Who may do what. Policies call these as (select council.f()), so that they run once per query. PL/pgSQL, which keeps
-- its plans in the session: an SQL function plans anew at every call, and these run with every query and every event.

-- The one of the base schema again, without a plan per call. Every name is qualified instead of a pinned path.
create or replace function council.invoker() returns text
  language plpgsql stable parallel restricted
as $$
declare
  taken pg_catalog.text := pg_catalog.current_setting('role');
begin
  if taken operator(pg_catalog.=) 'none' then
    return session_user;
  end if;
  return taken;
end
$$;

-- The day by which rights begin and end: that of the municipality, whatever the client's time zone is set to.
create or replace function council.today() returns date
  language plpgsql stable parallel safe
as $$
begin
  return (pg_catalog.now() at time zone 'Europe/Berlin')::pg_catalog.date;
end
$$;
comment on function council.today() is 'Today in the municipality.';

create or replace function council.organizations_with(wanted text) returns bigint[]
  language plpgsql stable security definer parallel restricted
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  return (
    select case when bool_or(p.organization_id is null)
      then (select coalesce(array_agg(o.id), '{}') from council.organization o)
      else coalesce(array_agg(distinct p.organization_id), '{}') end
    from council.account a
    join council.permission p on p.account_id = a.id and p.valid @> council.today()
    join council.role_right r on r.role = p.role and r."right" = wanted
    where a.login = council.invoker() and not a.locked);
end
$$;
comment on function council.organizations_with(text) is 'Organizations in which the asking account has a right today.';

create or replace function council.visible_organizations() returns bigint[]
  language plpgsql stable security definer parallel restricted
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  return council.organizations_with('read_nonpublic');
end
$$;
comment on function council.visible_organizations() is 'Organizations whose non-public items the asking account may see.';

create or replace function council.may(organization_id bigint, wanted text) returns boolean
  language plpgsql stable security definer parallel restricted
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  return exists (
    select from council.account a
    join council.permission p on p.account_id = a.id and p.valid @> council.today()
    join council.role_right r on r.role = p.role and r."right" = may.wanted
    where a.login = council.invoker() and not a.locked
      and (p.organization_id is null or p.organization_id = may.organization_id));
end
$$;
comment on function council.may(bigint, text) is 'Has the asking account this right in this organization (NULL: everywhere)?';

create or replace function council.is_staff() returns boolean
  language plpgsql stable security definer parallel restricted
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  return exists (
    select from council.account a
    join council.permission p on p.account_id = a.id and p.valid @> council.today() and p.role <> 'public'
    where a.login = council.invoker() and not a.locked);
end
$$;
comment on function council.is_staff() is 'Has the asking account any valid role besides public?';

-- Is this an agenda item that is non-public now? For the journal, where an item may have been public before.
create or replace function council.is_closed_item(item_id text) returns boolean
  language plpgsql stable security definer parallel restricted
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  return exists (select from council.agenda_item i where i.id = item_id::uuid and not i.is_public);
end
$$;
comment on function council.is_closed_item(text) is 'Is this an agenda item that is non-public now?';

-- The login role of an account gets the group roles of its permissions; their dates and organizations
-- are checked by council.may() at every query.
create or replace function council.sync_login(login text) returns void
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  found_role pg_catalog.pg_roles;
  group_role text;
  wanted text[];
begin
  select * into found_role from pg_catalog.pg_roles r where r.rolname = sync_login.login;
  if not found then
    execute format('create role %I login', sync_login.login);
  elsif found_role.rolsuper or found_role.rolcreaterole or found_role.rolbypassrls then
    raise exception using errcode = 'RT003', message = 'dieser Name kann kein Konto sein',
      detail = format('Die Rolle "%s" hat Vorrechte am Datenbankserver.', sync_login.login),
      hint = 'Wählen Sie einen anderen Anmeldenamen.';
  end if;
  execute format('alter role %I %s', sync_login.login,
    case when (select not a.locked from council.account a where a.login = sync_login.login) then 'login' else 'nologin' end);
  select coalesce(array_agg(distinct 'ratstisch_' || p.role), '{}') || array['ratstisch_public'] into wanted
  from council.account a join council.permission p on p.account_id = a.id
  where a.login = sync_login.login and not a.locked;
  foreach group_role in array array['ratstisch_public', 'ratstisch_reader', 'ratstisch_typist',
    'ratstisch_minute_taker', 'ratstisch_fee_clerk', 'ratstisch_fee_cashier', 'ratstisch_migration_clerk',
    'ratstisch_administrator']
  loop
    if group_role = any (wanted) then
      if not exists (select from pg_catalog.pg_auth_members m
        where m.roleid = group_role::regrole and m.member = quote_ident(sync_login.login)::regrole) then
        execute format('grant %I to %I', group_role, sync_login.login);
      end if;
    elsif exists (select from pg_catalog.pg_auth_members m
      where m.roleid = group_role::regrole and m.member = quote_ident(sync_login.login)::regrole) then
      execute format('revoke %I from %I', group_role, sync_login.login);
    end if;
  end loop;
end
$$;

create or replace function council.account_changed() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  if tg_op = 'UPDATE' and new.login <> old.login then
    raise exception using errcode = 'RT003', message = 'der Anmeldename eines Kontos bleibt',
      hint = 'Sperren Sie das Konto und legen Sie ein neues an.';
  end if;
  perform council.sync_login(case when tg_op = 'DELETE' then old.login else new.login end);
  return null;
end
$$;

create or replace function council.permission_changed() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  perform council.sync_login(a.login) from council.account a
  where a.id = case when tg_op = 'DELETE' then old.account_id else new.account_id end;
  return null;
end
$$;

-- The first administrator of a fresh database; for the superuser only.
create or replace function api.add_administrator(login text, display_name text) returns bigint
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  new_id bigint;
begin
  insert into council.account as a (login, display_name)
  values (add_administrator.login, add_administrator.display_name)
  on conflict on constraint account_login_key do update set locked = false
  returning a.id into new_id;
  insert into council.permission (account_id, role)
  select new_id, 'administrator'
  where not exists (select from council.permission p
    where p.account_id = new_id and p.role = 'administrator'
      and p.organization_id is null and p.valid @> council.today());
  return new_id;
end
$$;
comment on function api.add_administrator(text, text) is
  'Makes (or unlocks) an account with the role administrator; for the superuser who lays the schema.';
