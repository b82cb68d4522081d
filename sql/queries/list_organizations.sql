-- query: list_organizations
-- kind: list
-- key: id bigint
-- sort: sort_order name short_name classification_label legal_membership
-- search: search
-- param: on_date date
-- row: id bigint
-- row: short_name text
-- row: name text
-- row: classification text
-- row: classification_label text
-- row: legal_membership integer
-- row: members bigint
-- row: sort_order integer
-- row: valid_from date
-- row: valid_until date
select o.id, o.short_name, o.name, o.classification, api.code_label('classification', o.classification) as classification_label,
  o.legal_membership,
  (select count(*) from council.membership m where m.organization_id = o.id and m.valid @> $1::date
    and m.role not in ('administration', 'minute_taker', 'substitute')) as members,
  o.sort_order, lower(o.valid) as valid_from, upper(o.valid) - 1 as valid_until, o.search
from council.organization o
where o.valid @> $1::date
