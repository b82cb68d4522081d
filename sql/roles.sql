-- Database roles: one owner of all objects and one group role per kind of work.
-- Roles belong to the cluster, so every statement here can be repeated.

set local client_min_messages = warning;

do $$
declare
  group_role text;
begin
  foreach group_role in array array[
    'ratstisch_owner', 'ratstisch_public', 'ratstisch_reader', 'ratstisch_typist',
    'ratstisch_minute_taker', 'ratstisch_fee_clerk', 'ratstisch_fee_cashier', 'ratstisch_migration_clerk',
    'ratstisch_administrator']
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = group_role) then
      execute format('create role %I nologin', group_role);
    end if;
  end loop;
  -- The owner makes the login roles of accounts (api.save_account); nobody can log in as it.
  if not (select rolcreaterole from pg_catalog.pg_roles where rolname = 'ratstisch_owner') then
    alter role ratstisch_owner createrole;
  end if;
end
$$;

-- A role brings what the one above it has.
grant ratstisch_public to ratstisch_reader;
grant ratstisch_reader to ratstisch_typist, ratstisch_minute_taker, ratstisch_fee_clerk,
  ratstisch_migration_clerk, ratstisch_administrator;
grant ratstisch_fee_clerk to ratstisch_fee_cashier;
