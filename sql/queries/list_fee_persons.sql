-- query: list_fee_persons
-- kind: list
-- key: id bigint
-- sort: name abbreviation
-- search: search
-- param: body_id bigint
-- param: on_date date
-- row: id bigint
-- row: person_id bigint
-- row: person text
-- row: name text
-- row: abbreviation text
-- row: group_name text
-- row: functions text
-- row: flag_label text
select p.id, p.id as person_id, p.name as person, p.name, p.abbreviation::text as abbreviation,
  coalesce((select o.short_name from council.membership k join council.organization o on o.id = k.organization_id
    where k.person_id = p.id and o.classification = 'group' and k.valid @> $2::date limit 1), '')::text as group_name,
  coalesce((select string_agg(distinct coalesce((select max(f.label) from council.fee_function f where f.name = a.function_name), a.function_name), ', ')
    from council.fee_assignment a where a.person_id = p.id and a.valid @> $2::date), '')::text as functions,
  case when exists (select from council.fee_hold h where h.person_id = p.id and h.kind = 'hold' and h.valid @> $2::date) then '! ' || api.code_label('fee_flag', 'held')
    when not exists (select from council.fee_payee y where y.person_id = p.id and y.valid @> $2::date) then '! ' || api.code_label('fee_flag', 'payee')
    when exists (select from council.fee_hold h where h.person_id = p.id and h.valid @> $2::date) then api.code_label('fee_flag', 'waiver') else '' end as flag_label, p.search
from council.person p
where p.body_id = $1::bigint and exists (select from council.membership k where k.person_id = p.id
  and k.role not in ('minute_taker', 'administration'))
