-- One account per user, with its login role: a tenth take minutes everywhere, the rest write texts or read in some bodies.
-- These rows do set off their triggers: they make the roles and grant what belongs to them.

set local session_replication_role = origin;

insert into account (id, login, person_id, display_name)
select n, format('platz%s', lpad(n::text, 4, '0')), case when n <= size.persons then n end, 'Platz ' || n
from size, generate_series(1, size.accounts) n;
insert into permission (account_id, role, organization_id)
select a.id, case when a.id % 10 = 1 then 'minute_taker' when a.id % 3 = 0 then 'typist' else 'reader' end,
  case when a.id % 10 <> 1 and a.id % 4 = 0 then (select o.id from org o where o.sits order by (o.id + a.id) % 97, o.id limit 1) end
from account a;
insert into permission (account_id, role) values (1, 'administrator');
set local session_replication_role = replica;
