-- People and organizations as other clients read them.

create or replace view api.person with (security_invoker = true) as
select p.id, p.name, p.family_name, p.given_name, p.particle, p.title, p.form_of_address, p.gender, p.abbreviation,
  concat_ws(' ', nullif(p.particle, ''), p.family_name) as spoken_family_name,
  concat_ws(' ', nullif(p.title, ''), nullif(p.given_name, ''), nullif(p.particle, ''), p.family_name) as full_name,
  concat_ws(' ', coalesce(nullif(p.form_of_address, ''), nullif(p.given_name, '')), nullif(p.title, ''),
    nullif(p.particle, ''), p.family_name) as spoken,
  p.search
from council.person p;
comment on view api.person is 'People with the forms of their names: full_name (Dr. Ina von Sommer), spoken (Frau Dr. von Sommer).';

create or replace view api.organization with (security_invoker = true) as
select o.id, o.body_id, o.parent_id, o.name, o.short_name, o.classification,
  api.code_label('classification', o.classification) as classification_label,
  o.legal_membership, o.kind_of_minutes, lower(o.valid) as valid_from, upper(o.valid) - 1 as valid_until,
  o.search
from council.organization o;
comment on view api.organization is 'Organizations; valid_until is the last day.';

create or replace view api.membership with (security_invoker = true) as
select m.id, m.person_id, p.name as person_name, m.organization_id, o.name as organization_name,
  m.role, api.role_label(m.role, p.gender, o.classification = 'council') as role_label,
  m.voting_right, m.seat, m.sort_order, m.on_behalf_of_id, g.short_name as group_short,
  lower(m.valid) as valid_from, upper(m.valid) - 1 as valid_until
from council.membership m
join council.person p on p.id = m.person_id
join council.organization o on o.id = m.organization_id
left join council.organization g on g.id = m.on_behalf_of_id;
comment on view api.membership is 'Memberships with their labels; valid_until is the last day.';
