-- Accounts of the demonstration: one of each kind. Peer login over the private socket, no password.

insert into council.account (login, person_id, display_name) values
  ('verwaltung', 82, 'Bernd Osterloh'), ('schriftfuehrung', 81, 'Katrin Hellwig'),
  ('schreibdienst', null, 'Schreibdienst'), ('sitzungsgeld', null, 'Sitzungsgeldstelle'), ('kasse', null, 'Stadtkasse'),
  ('leserin', null, 'Leserin im Bau- und Planungsausschuss'), ('gast', null, 'Gast');
insert into council.permission (account_id, role, organization_id)
select a.id, v.role, v.organization_id
from (values ('verwaltung', 'administrator', null::bigint), ('schriftfuehrung', 'minute_taker', null),
  ('schreibdienst', 'typist', null), ('sitzungsgeld', 'fee_clerk', null), ('kasse', 'fee_cashier', null), ('leserin', 'reader', 3),
  ('gast', 'public', null)) v (login, role, organization_id)
join council.account a on a.login = v.login;
