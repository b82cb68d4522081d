-- query: save_person
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: family_name text
-- param: given_name text
-- param: particle text
-- param: title text
-- param: form_of_address text
-- param: gender text
-- param: abbreviation text
-- param: email text
-- param: phone text
-- row: id bigint
-- row: version bigint
with updated as (
  update council.person t set
    family_name = coalesce($3::text, ''), given_name = coalesce($4::text, ''),
    particle = coalesce($5::text, ''), title = coalesce($6::text, ''),
    form_of_address = coalesce($7::text, ''), gender = coalesce($8::text, ''),
    abbreviation = coalesce($9::text, ''), email = coalesce($10::text, ''), phone = coalesce($11::text, '')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.person as t (body_id, family_name, given_name, particle, title, form_of_address, gender, abbreviation, email, phone)
  select (select b.id from council.body b order by b.id limit 1), coalesce($3::text, ''), coalesce($4::text, ''),
    coalesce($5::text, ''), coalesce($6::text, ''), coalesce($7::text, ''), coalesce($8::text, ''),
    coalesce($9::text, ''), coalesce($10::text, ''), coalesce($11::text, '')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
