-- Meetings of ten years, some to come, and their agendas. The first one is that of the council, ready to be opened.
-- Papers have no table yet: they are what their items say (reference and title), each with its consultations.

-- Ordinary indexes of the large tables are made at the end, at once instead of row by row; so are the blocks of the items.
alter table council.agenda_item disable trigger place_item;
create temporary table index_later on commit drop as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
from pg_index i join pg_class c on c.oid = i.indrelid
where c.relnamespace = 'council'::regnamespace and not i.indisunique
  and c.relname in ('meeting', 'agenda_item', 'agenda_version_item', 'meeting_event', 'item_state', 'attendance', 'vote_event', 'vote')
  and not exists (select from pg_constraint x where x.conindid = i.indexrelid);
do $$
declare
  r record;
begin
  for r in select name from index_later loop
    execute format('drop index %s', r.name);
  end loop;
end
$$;

create temporary table sitting_org on commit drop as
select o.*, row_number() over (order by o.id) - 1 as place, count(*) over () as of_all from org o where o.sits;
-- held: k is the number of the meeting in its year; to come: two for each body, from the day of the demonstration on.
create temporary table plan on commit drop as
select row_number() over (order by p.day desc, p.place) as id, p.*, 15 + (p.k * 7 + p.place * 3 + p.year + 11) % 11 as items,
  (p.day + time '17:00' + (p.k % 3) * interval '30 minutes') at time zone 'Europe/Berlin' as starts_at
from (
  select o.id as organization_id, o.classification, o.legal, o.place, y.n as year, k.n::bigint as k, true as held,
    size.today - 365 * y.n - 1 - (((k.n - 1) / o.of_all) * 365 / (size.meetings_a_year / o.of_all + 1))::integer - (o.place % 7)::integer as day
  from size, generate_series(0, size.years - 1) y (n), generate_series(1, size.meetings_a_year) k (n)
  join sitting_org o on o.place = (k.n - 1) % (select count(*) from sitting_org)
  union all
  select o.id, o.classification, o.legal, o.place, -1, f.n, false, size.today + (f.n * 21 + o.place % 5)::integer
  from size, sitting_org o, generate_series(0, 1) f (n)) p;
-- Numbers 1, 2 ... for those to come, the council's first; held ones after them, newest first.
update plan p set id = n.id from (select ctid, row_number() over (order by held, case when held then -(day - date '2000-01-01')
  else day - date '2000-01-01' end, place) as id from plan) n where n.ctid = p.ctid;
analyze plan;

insert into meeting (id, body_id, organization_id, organizations, number, name, state, starts_at, ends_at, location_id, changed_by)
select p.id, 1, p.organization_id, array[p.organization_id],
  row_number() over (partition by p.organization_id order by p.day, p.id)::text,
  row_number() over (partition by p.organization_id order by p.day, p.id) || '. Sitzung ' || o.short_name,
  case when not p.held then 'invited' when p.day > size.today - 60 then 'closed' else 'signed' end, p.starts_at,
  case when p.held then p.starts_at + (p.items * 7 + 2) * interval '1 minute' end, 1 + p.place % 20, 'demo'
from size, plan p join organization o on o.id = p.organization_id order by p.id;
insert into meeting_organization (meeting_id, organization_id) select p.id, p.organization_id from plan p order by p.id;

-- The first item and the last of each part are standard ones; the last two are non-public. paper: number in the year.
insert into agenda_item (id, meeting_id, organizations, number, position, title, public, standard, reference, paper_title,
  proposed_text, changed_by)
select md5('item ' || p.id || ' ' || n)::uuid, p.id, array[p.organization_id],
  (case when n > p.items - 2 then n - p.items + 2 else n end)::text, n, t.title, n <= p.items - 2,
  w.standard, case when w.paper then to_char(p.day, 'YY') || '-' || lpad(w.number::text, 4, '0') else '' end,
  case when w.paper then t.title else '' end, case when w.standard then '' else 'Der Vorlage wird zugestimmt: ' || t.title || '.' end, 'demo'
from size, plan p cross join generate_series(1, 25) g (n)
cross join (select
  (select words from word where kind = 'subject') as subject, (select words from word where kind = 'street') as street,
  (select words from word where kind = 'part') as part) l
cross join lateral (select n in (1, p.items - 2, p.items) as standard,
  n not in (1, p.items - 2, p.items) and (p.k + n) % 5 < 2 as paper,
  1 + (p.k * 7 + n * 3) % size.papers_a_year as number) w
cross join lateral (select case when w.standard then case n when 1 then 'Eröffnung und Feststellung der Beschlussfähigkeit'
    else 'Mitteilungen und Anfragen' end
  else l.subject[1 + (w.number * 3 + case when w.paper then 0 else p.id end) % cardinality(l.subject)] || ' '
    || l.street[1 + (w.number * 7 + case when w.paper then p.year else p.id end) % cardinality(l.street)] || ', '
    || l.part[1 + (w.number + case when w.paper then 0 else p.id + n end) % cardinality(l.part)] end as title
  offset 0) t -- computed once, not at each place that names it
where n <= p.items order by p.id, g.n;

insert into agenda_version (meeting_id, version, kind, sent_at, sent_by)
select p.id, 1, 'invitation', p.starts_at - interval '14 days', 'demo' from plan p order by p.id;
insert into agenda_version_item (meeting_id, version, item_id, number, position, title, public)
select i.meeting_id, 1, i.id, i.number, i.position, i.title, i.public from agenda_item i;
analyze agenda_item (meeting_id, position, standard), meeting (id);
