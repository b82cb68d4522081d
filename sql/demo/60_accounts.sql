-- Accounts of the demonstration: one of each kind. Peer login over the private socket, no password.

insert into council.account (login, person_id, display_name) values
  ('verwaltung', 82, 'Bernd Osterloh'), ('schriftfuehrung', 81, 'Katrin Hellwig'),
  ('schreibdienst', null, 'Schreibdienst'), ('sitzungsgeld', null, 'Sitzungsgeldstelle'),
  ('leserin', null, 'Leserin im Bau- und Planungsausschuss'), ('gast', null, 'Gast');
insert into council.permission (account_id, role, organization_id)
select a.id, v.role, v.organization_id
from (values ('verwaltung', 'administrator', null::bigint), ('schriftfuehrung', 'minute_taker', null),
  ('schreibdienst', 'typist', null), ('sitzungsgeld', 'fee_clerk', null), ('leserin', 'reader', 3),
  ('gast', 'public', null)) v (login, role, organization_id)
join council.account a on a.login = v.login;

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
