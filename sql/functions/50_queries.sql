-- Functions behind named queries: the journal field by field, the global jump.

-- Runs with the rights of the asker: a change that he may not see has no fields.
create or replace function api.change_fields(change_id uuid)
  returns table (field text, before text, after text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select k.key, coalesce(c.before ->> k.key, ''), coalesce(c.after ->> k.key, '')
  from council.change c
  cross join lateral (
    select jsonb_object_keys(coalesce(c.before, '{}') || coalesce(c.after, '{}')) as key) k
  where c.id = change_fields.change_id
    and c.before -> k.key is distinct from c.after -> k.key
    and k.key not in ('is_public', 'organizations')
$$;
comment on function api.change_fields(uuid) is 'What a change of the journal changed, field by field.';

-- Items and meetings that the asker may see, by pattern. It runs with its owner's rights and says itself
-- what may be seen, so that the search indexes serve: row-level security would let no LIKE into an index.
create or replace function council.find_items(pattern text, number_pattern text, most integer)
  returns table (id uuid, reference text, number text, title text, meeting_id bigint, exact boolean)
  language sql stable security definer
  set search_path = pg_catalog, council, pg_temp
as $$
  select i.id, i.reference, i.number, i.title, i.meeting_id,
    council.fold_number(i.reference) = btrim(number_pattern, '%')
  from council.agenda_item i
  where (i.search operator(council.~~~) pattern or council.fold_number(i.reference) like number_pattern and i.reference <> '')
    and not i.void
    and (i.is_public and ((select council.is_staff())
        or exists (select from council.meeting m where m.id = i.meeting_id and m.state <> 'planned'))
      or i.organizations && (select council.visible_organizations())::bigint[])
  order by council.fold_number(i.reference) = btrim(number_pattern, '%') desc, i.reference desc, i.id
  limit most
$$;

create or replace function api.jump(fragment text)
  returns table (kind text, id text, label text, detail text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  with asked as (
    select council.like_pattern(fragment) as pattern,
      '%' || replace(replace(replace(council.fold_number(fragment), '\', '\\'), '%', '\%'), '_', '\_') || '%' as number_pattern,
      council.fold_number(fragment) as number
    where btrim(coalesce(fragment, '')) <> ''),
  found as (
    (select 1 as rank, 'meeting' as kind, m.id::text as id, m.name::text as label,
      to_char(m.starts_at, 'DD.MM.YYYY') || ' ' || api.code_label('meeting_state', m.state) as detail,
      m.number = a.number as exact, m.starts_at::text as tie
    from asked a join council.meeting m on m.search operator(council.~~~) a.pattern
    order by m.number = a.number desc, m.starts_at desc limit 10)
    union all
    select 2, 'agenda_item', i.id::text, concat_ws(' ', nullif(i.reference, ''), i.title),
      concat_ws(' ', o.short_name, m.number, 'TOP', i.number), i.exact, i.reference
    from asked a
    cross join lateral council.find_items(a.pattern, a.number_pattern, 10) i
    join council.meeting m on m.id = i.meeting_id
    join council.organization o on o.id = m.organization_id
    union all
    (select 3, 'organization', o.id::text, o.name::text, api.code_label('classification', o.classification),
      council.fold_text(o.short_name) = council.fold_text(btrim(fragment)), o.name
    from asked a join council.organization o on o.search operator(council.~~~) a.pattern
    order by o.sort_order, o.id limit 10)
    union all
    (select 4, 'person', p.id::text, p.name, p.abbreviation::text,
      p.abbreviation <> '' and council.fold_text(p.abbreviation) = council.fold_text(btrim(fragment)), p.name
    from asked a join council.person p on p.search operator(council.~~~) a.pattern
    order by p.name, p.id limit 10))
  select f.kind, f.id, f.label, f.detail from found f order by f.exact desc, f.rank, f.tie desc, f.id limit 30
$$;
comment on function api.jump(text) is
  'What a fragment of a number or name may mean; zeros, blanks and / against - are forgiven.';

-- Puts the standing items of the leading organization onto the agenda of a meeting, once.
create or replace function api.add_standard_items(meeting_id bigint) returns integer
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  m council.meeting;
  added integer;
begin
  m := council.lock_meeting(add_standard_items.meeting_id, 'plan');
  if m.state not in ('planned', 'invited') then
    raise exception using errcode = 'RT006', message = 'die Tagesordnung dieser Sitzung steht fest',
      detail = 'Die Sitzung läuft oder ist beendet.';
  end if;
  insert into council.agenda_item (meeting_id, position, title, public, standard)
  select m.id, case when s.place = 'begin' then s.sort_order else 900 + s.sort_order end
      + case when s.public then 0 else 1000 end, s.title, s.public, true
  from council.standard_item s
  where s.organization_id = m.organization_id and not exists (select from council.agenda_item i
    where i.meeting_id = m.id and i.standard and i.title = s.title and i.public = s.public);
  get diagnostics added = row_count;
  return added;
end
$$;
comment on function api.add_standard_items(bigint) is 'Adds the standard items of the organization that are not on the agenda yet; says how many.';

-- Was there until schema 2; nothing asks for it any more.
drop function if exists api.completion(text);
