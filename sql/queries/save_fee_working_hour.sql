-- query: save_fee_working_hour
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: person_id bigint
-- param: weekday integer
-- param: begins_at time
-- param: ends_at time
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
with updated as (
  update council.fee_working_hours t set
    person_id = $3::bigint, weekday = $4::integer, begins_at = $5::time, ends_at = $6::time, valid = daterange($7::date,
    $8::date, '[]')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.fee_working_hours as t (person_id, weekday, begins_at, ends_at, valid)
  select $3::bigint, $4::integer, $5::time, $6::time, daterange($7::date, $8::date, '[]')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
