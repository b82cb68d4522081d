-- The demonstration is laid only into a database without a municipality.
do $$
begin
  if exists (select from council.body) then
    raise exception using errcode = 'RT010', message = 'die Datenbank enthält schon eine Kommune',
      detail = (select string_agg(b.name, ', ') from council.body b),
      hint = 'Die Vorführung braucht eine leere Datenbank.';
  end if;
end
$$;

set local role ratstisch_owner;
set local client_min_messages = warning;
