-- Gives an account of that name all rights of a demonstration: administration and minutes.
create or replace function api.demo_account(login text) returns bigint
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  new_id bigint;
begin
  new_id := api.add_administrator(login, login);
  insert into council.permission (account_id, role)
  select new_id, 'minute_taker'
  where not exists (select from council.permission p
    where p.account_id = new_id and p.role = 'minute_taker' and p.organization_id is null);
  return new_id;
end
$$;
comment on function api.demo_account(text) is 'Makes the caller of the demonstration its administrator and minute-taker; for the superuser.';
