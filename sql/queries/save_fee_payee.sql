-- query: save_fee_payee
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: person_id bigint
-- param: kind text
-- param: name text
-- param: street_address text
-- param: postal_code text
-- param: locality text
-- param: tax_number text
-- param: personnel_number text
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
with updated as (
  update council.fee_payee t set
    person_id = $3::bigint, kind = $4::text, name = coalesce($5::text, ''), street_address = coalesce($6::text, ''),
    postal_code = coalesce($7::text, ''), locality = coalesce($8::text, ''), tax_number = coalesce($9::text, ''),
    personnel_number = coalesce($10::text, ''), valid = daterange($11::date, $12::date, '[]')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.fee_payee as t (person_id, kind, name, street_address, postal_code, locality, tax_number, personnel_number, valid)
  select $3::bigint, $4::text, coalesce($5::text, ''), coalesce($6::text, ''), coalesce($7::text, ''), coalesce($8::text, ''),
    coalesce($9::text, ''), coalesce($10::text, ''), daterange($11::date, $12::date, '[]')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
