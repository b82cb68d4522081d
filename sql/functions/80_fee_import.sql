-- Facts of the fee module from files (doc/fee-import.md). The program reads the file and sends its rows as JSON objects, each with its
-- line; here persons and organizations are found, everything is compared with what is there, and either all faults come back
-- or all rows go in. With the rights of the asker: row-level security and the triggers of the tables hold.

-- Who is meant: an identifier, an abbreviation, "Name, Vorname". Names that nobody or several have come with what to say about it.
create or replace function council.import_persons(body_id bigint, given text[]) returns table (given text, id bigint, fault text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  with asked as (select distinct g as given, lower(btrim(g)) collate "C" as folded from unnest(import_persons.given) g where g is not null),
  people as (
    select p.id, p.name::text as name, lower(p.name) collate "C" as full_name, lower(p.abbreviation) collate "C" as abbreviation,
      lower(p.family_name || ', ' || p.given_name) collate "C" as plain_name
    from council.person p where p.body_id = import_persons.body_id),
  hits as (
    select a.given, p.id, p.name from asked a join people p on p.id::text = a.folded
    union select a.given, p.id, p.name from asked a join people p on p.abbreviation = a.folded
    union select a.given, p.id, p.name from asked a join people p on p.full_name = a.folded
    union select a.given, p.id, p.name from asked a join people p on p.plain_name = a.folded)
  select a.given, min(h.id), case count(h.id) when 1 then null
    when 0 then format('„%s“ gibt es nicht; erlaubt sind Nummer, Kürzel oder „Name, Vorname“', a.given)
    else format('„%s“ ist nicht eindeutig: %s; bitte die Nummer angeben', a.given,
      string_agg(format('%s (Nummer %s)', h.name, h.id), ', ' order by h.name, h.id)) end
  from asked a left join hits h on h.given = a.given
  group by a.given
$$;
comment on function council.import_persons(bigint, text[]) is 'Persons as files name them; a fault where it is nobody or several.';

create or replace function council.import_organizations(body_id bigint, given text[]) returns table (given text, id bigint, fault text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select a.given, min(o.id), case count(o.id) when 1 then null
    when 0 then format('das Gremium „%s“ gibt es nicht; erlaubt ist der Kurzname oder der Name', a.given)
    else format('„%s“ ist nicht eindeutig: %s; bitte den Kurznamen angeben', a.given, string_agg(format('%s (%s)', o.name, o.short_name), ', ')) end
  from (select distinct g as given from unnest(import_organizations.given) g where g is not null) a
  left join council.organization o on o.body_id = import_organizations.body_id
    and (o.short_name = a.given or lower(o.name) collate "C" = lower(a.given) collate "C")
  group by a.given
$$;

create or replace function council.import_locations(body_id bigint, given text[]) returns table (given text, id bigint, fault text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select a.given, min(l.id), case count(l.id) when 1 then null
    when 0 then format('den Ort „%s“ gibt es nicht; erlaubt ist der Name oder „Name, Raum“', a.given)
    else format('„%s“ ist nicht eindeutig: %s; bitte „Name, Raum“ angeben', a.given, string_agg(concat_ws(', ', l.name, nullif(l.room, '')), '; ')) end
  from (select distinct g as given from unnest(import_locations.given) g where g is not null) a
  left join council.location l on l.body_id = import_locations.body_id
    and lower(a.given) collate "C" in (lower(l.name) collate "C", lower(l.name || ', ' || l.room) collate "C")
  group by a.given
$$;

create or replace function council.import_given(rows jsonb, field text) returns text[]
  language sql immutable
  set search_path = pg_catalog, pg_temp
as $$ select array_agg(distinct r ->> import_given.field) from jsonb_array_elements(rows) r $$;

-- Rows with what they name found. data has the columns of the tables, person_id and so on among them.
create or replace function council.import_rows(body_id bigint, rows jsonb) returns table (line integer, data jsonb)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  with persons as materialized (select p.given, p.id from council.import_persons(import_rows.body_id, council.import_given(rows, 'person')) p),
  organizations as materialized (
    select o.given, o.id from council.import_organizations(import_rows.body_id, council.import_given(rows, 'organization')) o),
  locations as materialized (select l.given, l.id from council.import_locations(import_rows.body_id, council.import_given(rows, 'location')) l)
  select (r ->> 'line')::integer, r || jsonb_build_object('body_id', import_rows.body_id, 'person_id', p.id, 'organization_id', o.id, 'location_id', l.id,
    'valid', case when (r ->> 'until')::date < (r ->> 'from')::date then 'empty'
      else daterange((r ->> 'from')::date, (r ->> 'until')::date, '[]')::text end)
  from jsonb_array_elements(rows) r
  left join persons p on p.given = r ->> 'person'
  left join organizations o on o.given = r ->> 'organization'
  left join locations l on l.given = r ->> 'location'
$$;
comment on function council.import_rows(bigint, jsonb) is 'Rows of a file with persons, organizations and places found, and their period.';

-- What is wrong with rows of any kind.
create or replace function council.import_faults(body_id bigint, rows jsonb) returns table (line integer, field text, message text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  with given as materialized (select (r ->> 'line')::integer as line, r from jsonb_array_elements(rows) r),
  functions as materialized (
    select distinct f.name::text as name from council.fee_function f join council.statute s on s.id = f.statute_id where s.body_id = import_faults.body_id),
  rules as materialized (
    select distinct f.name::text as name from council.fee_rule f join council.statute s on s.id = f.statute_id where s.body_id = import_faults.body_id)
  select g.line, 'person', p.fault
  from council.import_persons(import_faults.body_id, council.import_given(rows, 'person')) p join given g on g.r ->> 'person' = p.given
  where p.fault is not null
  union all
  select g.line, 'organization', p.fault
  from council.import_organizations(import_faults.body_id, council.import_given(rows, 'organization')) p join given g on g.r ->> 'organization' = p.given
  where p.fault is not null
  union all
  select g.line, 'location', p.fault
  from council.import_locations(import_faults.body_id, council.import_given(rows, 'location')) p join given g on g.r ->> 'location' = p.given
  where p.fault is not null
  union all
  select g.line, 'until', format('das Ende liegt vor dem Anfang (%s)', to_char((g.r ->> 'from')::date, 'DD.MM.YYYY'))
  from given g where (g.r ->> 'until')::date < (g.r ->> 'from')::date
  union all
  select g.line, 'ends_at', format('das Ende liegt nicht nach dem Anfang (%s)', g.r ->> 'begins_at')
  from given g where (g.r ->> 'ends_at')::time <= (g.r ->> 'begins_at')::time
  union all
  select g.line, 'function_name', format('die Funktion „%s“ kennt keine Satzung; bekannt: %s', g.r ->> 'function_name',
    coalesce((select string_agg(f.name, ', ' order by f.name) from functions f), 'keine'))
  from given g where g.r ->> 'function_name' is not null and g.r ->> 'function_name' not in (select f.name from functions f)
  union all
  select g.line, 'rule_name', format('die Regel „%s“ kennt keine Satzung (ratstisch statute show nennt ihre Namen)', g.r ->> 'rule_name')
  from given g where g.r ->> 'rule_name' is not null and g.r ->> 'rule_name' not in (select f.name from rules f)
  union all
  select g.line, 'organization', 'ein Stadtbezirk gehört zu „Einwohner des Stadtbezirks“, und nur dazu'
  from given g where g.r ? 'measure' and (g.r ->> 'measure' = 'borough_inhabitants') <> (g.r ->> 'organization' is not null)
  union all
  select g.line, 'account', 'Konto, Kostenstelle, Lohnart oder Zahlstelle ist nötig'
  from given g where g.r ? 'wage_type' and '' = all (array[g.r ->> 'account', g.r ->> 'cost_centre', g.r ->> 'wage_type', g.r ->> 'payer'])
  union all
  select g.line, 'iban', case when g.r ? 'iban' then council.iban_words(g.r ->> 'iban') end
  from given g where case when g.r ? 'iban' then council.iban_words(g.r ->> 'iban') is not null end
$$;
comment on function council.import_faults(bigint, jsonb) is 'What rows name and nobody knows, periods that end before they begin.';

-- Dated rows of one table. keys: columns of which one row holds at a time; rest: what else a row says. The same once more is known;
-- another in the same time is a fault, in the file as in the database. hours: both have times of day, which must meet too.
create or replace function council.import_dated(rows jsonb, target text, keys text[], rest text[], hours boolean, dry boolean)
  returns table (line integer, field text, message text, added bigint, known bigint)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_column
declare
  columns text[] := keys || rest || array['valid'];
  -- As text, which is compared by a hash; NULL is a value like others.
  key_text text := (select format('jsonb_build_array(%s)::text', string_agg('t.' || quote_ident(c), ', ')) from unnest(keys) c);
  row_text text := (select format('jsonb_build_array(%s)::text', string_agg('t.' || quote_ident(c), ', ')) from unnest(columns) c);
  meets text := case when hours then 'and a.begins_at < b.ends_at and b.begins_at < a.ends_at' else '' end;
  -- Without times of day by one pass in the order of the periods: a file of 500,000 lines may be about one person. The bound that reaches
  -- farthest is carried along with its line; open ends count as the largest numbers.
  within_file text := case when hours then
      'select a.line, min(b.line) as other from a join a b on b.key = a.key and b.line < a.line and b.valid && a.valid '
        'and a.begins_at < b.ends_at and b.begins_at < a.ends_at group by a.line'
    else
      'select w.line, w.far[2] as other from (select a.line, a.valid, max(array[coalesce(upper(a.valid) - date ''2000-01-01'', 2147483647), a.line])
          over (partition by a.key order by a.valid, a.line rows between unbounded preceding and 1 preceding) as far from a) w
        where coalesce(lower(w.valid) - date ''2000-01-01'', -2147483648) < w.far[1]' end;
  day_hours text := case when hours then 't.begins_at, t.ends_at' else 'null::time as begins_at, null::time as ends_at' end;
  given text := format('select g.line, t.valid, %s as key, %s as whole, %s
    from jsonb_to_recordset($1) g (line integer, data jsonb) cross join lateral jsonb_populate_record(null::council.%I, g.data) t',
    key_text, row_text, day_hours, target);
  present text := format('select t.valid, %s as key, %s as whole, %s from council.%I t', key_text, row_text, day_hours, target);
begin
  return query execute format($q$
    with a as materialized (%1$s), b as materialized (%2$s)
    select w.line, 'from', format('überschneidet sich mit Zeile %%s', w.other), 0::bigint, 0::bigint
    from (%4$s) w
    union all
    select a.line, 'from', format('überschneidet sich mit dem Eintrag %%s in der Datenbank; diesen zuerst beenden',
      coalesce(nullif(council.day_range((array_agg(b.valid order by b.valid))[1]), ''), 'ohne Zeitraum')), 0, 0
    from a join b on b.key = a.key and b.whole <> a.whole and b.valid && a.valid %3$s
    where not exists (select from b same where same.whole = a.whole)
    group by a.line$q$, given, present, meets, within_file) using rows;
  if found then
    return;
  end if;
  if dry then
    execute format('with a as materialized (%s), b as materialized (%s)
      select count(*) filter (where o.whole is null) from a left join (select distinct b.whole from b) o on o.whole = a.whole',
      given, present) into added using rows;
  else
    execute format($q$
      insert into council.%1$I (%2$s)
      select %3$s from jsonb_to_recordset($1) g (line integer, data jsonb) cross join lateral jsonb_populate_record(null::council.%1$I, g.data) t
      where not exists (select from council.%1$I o where %5$s = %4$s)
      order by g.line$q$, target, (select string_agg(quote_ident(c), ', ') from unnest(columns) c),
      (select string_agg('t.' || quote_ident(c), ', ') from unnest(columns) c), row_text, (select format('jsonb_build_array(%s)::text', string_agg('o.' || quote_ident(c), ', ')) from unnest(columns) c)) using rows;
    get diagnostics added = row_count;
  end if;
  known := jsonb_array_length(rows) - added;
  return next;
end
$$;
comment on function council.import_dated(jsonb, text, text[], text[], boolean, boolean) is
  'Dated rows into a table, or all that overlaps, or only how many would be new (dry).';

-- Payees of bank accounts: the one that holds on the first day of the account.
create or replace function council.import_payees(rows jsonb) returns table (line integer, data jsonb)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select g.line, g.data || jsonb_build_object('iban', council.iban_normal(g.data ->> 'iban'), 'bic', upper(g.data ->> 'bic'), 'payee_id', (
    select p.id from council.fee_payee p
    where p.person_id = (g.data ->> 'person_id')::bigint and p.kind = g.data ->> 'kind'
      and (p.valid @> lower((g.data ->> 'valid')::daterange) or lower_inf((g.data ->> 'valid')::daterange) and p.valid && (g.data ->> 'valid')::daterange)
    order by p.valid desc limit 1))
  from jsonb_to_recordset(rows) g (line integer, data jsonb)
$$;

-- One line per person present; the meeting is made where it is missing.
create or replace function council.import_group_meetings(rows jsonb, dry boolean)
  returns table (line integer, field text, message text, added bigint, known bigint)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_column
begin
  return query
  with given as materialized (
    select g.line, t.organization_id, t.day, t.begins_at, t.ends_at, x.person_id, coalesce(x.person_begin, t.begins_at) as person_begin,
      coalesce(x.person_end, t.ends_at) as person_end
    from jsonb_to_recordset(rows) g (line integer, data jsonb)
    cross join lateral jsonb_populate_record(null::council.fee_meeting, g.data) t
    cross join lateral jsonb_to_record(g.data) x (person_id bigint, person_begin time, person_end time)),
  meetings as materialized (
    select g.organization_id, g.day, g.begins_at, min(g.ends_at) as ends_at, min(g.line) as line from given g
    group by g.organization_id, g.day, g.begins_at)
  select g.line, 'ends_at', format('dieselbe Sitzung endet in Zeile %s um %s', m.line, to_char(m.ends_at, 'HH24:MI')), 0::bigint, 0::bigint
  from given g join meetings m on m.organization_id = g.organization_id and m.day = g.day and m.begins_at = g.begins_at and m.ends_at <> g.ends_at
  union all
  select g.line, 'ends_at', format('diese Sitzung endet in der Datenbank um %s; dort oder hier berichtigen', to_char(m.ends_at, 'HH24:MI')), 0, 0
  from given g
  join council.fee_meeting m on m.organization_id = g.organization_id and m.day = g.day and m.begins_at = g.begins_at and m.ends_at <> g.ends_at
  union all
  select g.line, 'person_begin', format('die Anwesenheit %s–%s liegt nicht in der Sitzung %s–%s', to_char(g.person_begin, 'HH24:MI'),
    to_char(g.person_end, 'HH24:MI'), to_char(g.begins_at, 'HH24:MI'), to_char(g.ends_at, 'HH24:MI')), 0, 0
  from given g where g.person_end <= g.person_begin or g.person_begin < g.begins_at or g.person_end > g.ends_at
  union all
  select g.line, 'person', format('war in dieser Sitzung schon nach Zeile %s in derselben Zeit anwesend', min(o.line)), 0, 0
  from given g join given o on o.organization_id = g.organization_id and o.day = g.day and o.begins_at = g.begins_at and o.person_id = g.person_id
    and o.line < g.line and o.person_begin < g.person_end and g.person_begin < o.person_end
  group by g.line
  union all
  select g.line, 'person', format('ist in der Datenbank schon als anwesend eingetragen, %s–%s; dort oder hier berichtigen',
    to_char(p.begins_at, 'HH24:MI'), to_char(p.ends_at, 'HH24:MI')), 0, 0
  from given g
  join council.fee_meeting m on m.organization_id = g.organization_id and m.day = g.day and m.begins_at = g.begins_at
  join council.fee_presence p on p.fee_meeting_id = m.id and p.person_id = g.person_id and p.begins_at < g.person_end and g.person_begin < p.ends_at
    and (p.begins_at, p.ends_at) <> (g.person_begin, g.person_end);
  if found then
    return;
  end if;
  if dry then
    select count(*) into known
    from jsonb_to_recordset(rows) g (line integer, data jsonb)
    cross join lateral jsonb_populate_record(null::council.fee_meeting, g.data) t
    cross join lateral jsonb_to_record(g.data) x (person_id bigint, person_begin time, person_end time)
    join council.fee_meeting m on m.organization_id = t.organization_id and m.day = t.day and m.begins_at = t.begins_at
    join council.fee_presence p on p.fee_meeting_id = m.id and p.person_id = x.person_id
      and (p.begins_at, p.ends_at) = (coalesce(x.person_begin, t.begins_at), coalesce(x.person_end, t.ends_at));
    added := jsonb_array_length(rows) - known;
  else
    insert into council.fee_meeting (organization_id, day, begins_at, ends_at, name, received_on, late_reason)
    select distinct on (t.organization_id, t.day, t.begins_at) t.organization_id, t.day, t.begins_at, t.ends_at, coalesce(t.name, ''),
      coalesce(t.received_on, council.today()), coalesce(t.late_reason, '')
    from jsonb_to_recordset(rows) g (line integer, data jsonb) cross join lateral jsonb_populate_record(null::council.fee_meeting, g.data) t
    order by t.organization_id, t.day, t.begins_at, g.line
    on conflict (organization_id, day, begins_at) do nothing;
    insert into council.fee_presence (fee_meeting_id, person_id, begins_at, ends_at)
    select m.id, x.person_id, coalesce(x.person_begin, t.begins_at), coalesce(x.person_end, t.ends_at)
    from jsonb_to_recordset(rows) g (line integer, data jsonb)
    cross join lateral jsonb_populate_record(null::council.fee_meeting, g.data) t
    cross join lateral jsonb_to_record(g.data) x (person_id bigint, person_begin time, person_end time)
    join council.fee_meeting m on m.organization_id = t.organization_id and m.day = t.day and m.begins_at = t.begins_at
    left join council.fee_presence p on p.fee_meeting_id = m.id and p.person_id = x.person_id
      and (p.begins_at, p.ends_at) = (coalesce(x.person_begin, t.begins_at), coalesce(x.person_end, t.ends_at))
    where p.id is null
    order by g.line;
    get diagnostics added = row_count;
    known := jsonb_array_length(rows) - added;
  end if;
  return next;
end
$$;
comment on function council.import_group_meetings(jsonb, boolean) is 'Meetings without a ledger and who was present, one row each.';

create or replace function council.import_claim_rows(rows jsonb)
  returns table (line integer, c council.fee_claim, same text, class text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select g.line, t, jsonb_build_array(t.person_id, t.kind, t.day, t.begins_at, t.ends_at, trim_scale(t.hourly_amount), trim_scale(t.amount),
      trim_scale(t.kilometres), t.vehicle, coalesce(t.passengers, 0), t.meeting_id)::text,
    case when t.kind in ('loss_floor', 'loss_proven', 'loss_plausible', 'household') then 'loss' else t.kind end
  from jsonb_to_recordset(rows) g (line integer, data jsonb)
  cross join lateral jsonb_populate_record(null::council.fee_claim, g.data) t
$$;

create or replace function council.import_claims(rows jsonb, dry boolean)
  returns table (line integer, field text, message text, added bigint, known bigint)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_column
begin
  return query
  with given as materialized (select r.line, (r.c).*, r.same, r.class from council.import_claim_rows(rows) r),
  present as materialized (
    select t.*, jsonb_build_array(t.person_id, t.kind, t.day, t.begins_at, t.ends_at, trim_scale(t.hourly_amount), trim_scale(t.amount),
        trim_scale(t.kilometres), t.vehicle, t.passengers, t.meeting_id)::text as same,
      case when t.kind in ('loss_floor', 'loss_proven', 'loss_plausible', 'household') then 'loss' else t.kind end as class
    from council.fee_claim t where exists (select from given g where g.day = t.day))
  select g.line, 'begins_at', 'zu einem Beginn gehört ein Ende, und umgekehrt', 0::bigint, 0::bigint
  from given g where (g.begins_at is null) <> (g.ends_at is null)
  union all
  select g.line, 'begins_at', 'für Verdienstausfall und Haushalt sind Beginn und Ende nötig', 0, 0 from given g where g.class = 'loss' and g.begins_at is null
  union all
  select g.line, 'vehicle', 'für Fahrkosten ist das Fahrzeug nötig', 0, 0 from given g where g.kind = 'travel' and g.vehicle is null
  union all
  select g.line, case when g.vehicle = 'ticket' then 'amount' else 'kilometres' end,
    case when g.vehicle = 'ticket' then 'für eine Fahrkarte ist der Betrag nötig' else 'die Kilometer (hin und zurück) sind nötig' end, 0, 0
  from given g where g.kind = 'travel' and case g.vehicle when 'ticket' then g.amount else g.kilometres end is null and g.vehicle is not null
  union all
  select g.line, 'amount', 'ein Betrag, oder Beginn und Ende sind nötig', 0, 0
  from given g where g.class in ('care', 'other') and g.amount is null and g.begins_at is null
  union all
  select g.line, 'meeting_id', format('die Sitzung %s gibt es nicht', g.meeting_id), 0, 0
  from given g where g.meeting_id is not null and not exists (select from council.meeting m where m.id = g.meeting_id)
  union all
  select g.line, 'person', format('steht schon in Zeile %s', min(o.line)), 0, 0
  from given g join given o on o.same = g.same and o.line < g.line group by g.line
  union all
  select g.line, 'begins_at', format('überschneidet sich mit Zeile %s', min(o.line)), 0, 0
  from given g join given o on o.person_id = g.person_id and o.day = g.day and o.class = g.class and o.line < g.line and o.same <> g.same
    and o.begins_at < g.ends_at and g.begins_at < o.ends_at
  where g.kind not in ('travel', 'other') group by g.line
  union all
  select g.line, 'begins_at', format('überschneidet sich mit dem Antrag %s–%s in der Datenbank', to_char(p.begins_at, 'HH24:MI'), to_char(p.ends_at, 'HH24:MI')), 0, 0
  from given g join present p on p.person_id = g.person_id and p.day = g.day and p.class = g.class and p.state <> 'rejected' and p.same <> g.same
    and p.begins_at < g.ends_at and g.begins_at < p.ends_at
  where g.kind not in ('travel', 'other') and not exists (select from present s where s.same = g.same);
  if found then
    return;
  end if;
  if dry then
    select count(*) filter (where p.same is null) into added
    from council.import_claim_rows(rows) g
    left join (select distinct jsonb_build_array(t.person_id, t.kind, t.day, t.begins_at, t.ends_at, trim_scale(t.hourly_amount), trim_scale(t.amount),
        trim_scale(t.kilometres), t.vehicle, t.passengers, t.meeting_id)::text as same from council.fee_claim t) p on p.same = g.same;
  else
    insert into council.fee_claim (person_id, kind, day, begins_at, ends_at, hourly_amount, amount, kilometres, vehicle, passengers, meeting_id, evidence,
      confirmed, received_on, late_reason, note)
    select (g.c).person_id, (g.c).kind, (g.c).day, (g.c).begins_at, (g.c).ends_at, (g.c).hourly_amount, (g.c).amount, (g.c).kilometres, (g.c).vehicle,
      coalesce((g.c).passengers, 0), (g.c).meeting_id, coalesce((g.c).evidence, ''), coalesce((g.c).confirmed, false),
      coalesce((g.c).received_on, council.today()), coalesce((g.c).late_reason, ''), coalesce((g.c).note, '')
    from council.import_claim_rows(rows) g
    where not exists (select from council.fee_claim t where jsonb_build_array(t.person_id, t.kind, t.day, t.begins_at, t.ends_at,
      trim_scale(t.hourly_amount), trim_scale(t.amount), trim_scale(t.kilometres), t.vehicle, t.passengers, t.meeting_id)::text = g.same)
    order by g.line;
    get diagnostics added = row_count;
  end if;
  known := jsonb_array_length(rows) - added;
  return next;
end
$$;
comment on function council.import_claims(jsonb, boolean) is 'Claims of persons, one row each.';

create or replace function council.import_confirmations(rows jsonb, dry boolean)
  returns table (line integer, field text, message text, added bigint, known bigint)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_column
begin
  return query
  with given as materialized (
    select g.line, (g.data ->> 'meeting_id')::bigint as meeting_id from jsonb_to_recordset(rows) g (line integer, data jsonb))
  select g.line, 'meeting_id', case when m.id is null then format('die Sitzung %s gibt es nicht', g.meeting_id)
    else format('die Sitzung %s ist noch nicht beendet', g.meeting_id) end, 0::bigint, 0::bigint
  from given g left join council.meeting m on m.id = g.meeting_id
  where m.id is null or m.state not in ('closed', 'signed')
  union all
  select g.line, 'meeting_id', format('steht schon in Zeile %s', min(o.line)), 0, 0
  from given g join given o on o.meeting_id = g.meeting_id and o.line < g.line group by g.line;
  if found then
    return;
  end if;
  select count(c.meeting_id) into known
  from jsonb_to_recordset(rows) g (line integer, data jsonb)
  left join council.fee_confirmation c on c.meeting_id = (g.data ->> 'meeting_id')::bigint;
  added := jsonb_array_length(rows) - known;
  if not dry then
    perform council.confirm_all(array_agg((g.data ->> 'meeting_id')::bigint), array_agg(coalesce(g.data ->> 'note', '')))
    from jsonb_to_recordset(rows) g (line integer, data jsonb)
    left join council.fee_confirmation c on c.meeting_id = (g.data ->> 'meeting_id')::bigint
    where c.meeting_id is null;
  end if;
  return next;
end
$$;
comment on function council.import_confirmations(jsonb, boolean) is 'Meetings whose attendance is confirmed for payment; those confirmed already stay.';

create or replace function council.import_kind(kind text, rows jsonb, dry boolean)
  returns table (line integer, field text, message text, added bigint, known bigint)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_column
begin
  case import_kind.kind
    when 'group-meetings' then return query select * from council.import_group_meetings(rows, dry);
    when 'claims' then return query select * from council.import_claims(rows, dry);
    when 'confirmations' then return query select * from council.import_confirmations(rows, dry);
    when 'assignments' then return query select * from council.import_dated(rows, 'fee_assignment',
      array['person_id', 'function_name', 'organization_id'], array['reason'], false, dry);
    when 'distances' then return query select * from council.import_dated(rows, 'fee_distance',
      array['person_id', 'location_id'], array['kilometres', 'vehicle', 'automatic'], false, dry);
    when 'payees' then return query select * from council.import_dated(rows, 'fee_payee', array['person_id', 'kind'],
      array['name', 'street_address', 'postal_code', 'locality', 'tax_number', 'personnel_number'], false, dry);
    when 'evidence' then return query select * from council.import_dated(rows, 'fee_evidence', array['person_id', 'kind'],
      array['name', 'hourly_amount'], false, dry);
    when 'working-hours' then return query select * from council.import_dated(rows, 'fee_working_hours', array['person_id', 'weekday'],
      array['begins_at', 'ends_at'], true, dry);
    when 'holds' then return query select * from council.import_dated(rows, 'fee_hold', array['person_id', 'kind', 'rule_name'],
      array['reason'], false, dry);
    when 'sizes' then return query select * from council.import_dated(rows, 'body_size', array['body_id', 'organization_id', 'measure'],
      array['value', 'source'], false, dry);
    when 'accounts' then return query select * from council.import_dated(rows, 'fee_account', array['body_id', 'rule_name'],
      array['account', 'cost_centre', 'wage_type', 'payer'], false, dry);
    when 'bank-accounts' then
      return query select g.line, 'person', format('„%s“ hat an diesem Tag keinen solchen Zahlungsempfänger; diesen zuerst eintragen', g.data ->> 'person'),
        0::bigint, 0::bigint
      from council.import_payees(rows) g where g.data ->> 'payee_id' is null;
      if not found then
        return query select * from council.import_dated((select jsonb_agg(to_jsonb(g)) from council.import_payees(rows) g), 'fee_bank_account',
          array['payee_id'], array['iban', 'bic'], false, dry);
      end if;
  end case;
end
$$;

create or replace function api.import_fees(body_id bigint, kind text, rows text, dry boolean)
  returns table (line integer, field text, message text, added bigint, known bigint)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
  -- The planner takes a file of any length for a hundred lines: loops over the tables would be its choice.
  set enable_nestloop = off
  set jit = off
as $$
#variable_conflict use_column
declare
  given jsonb := rows::jsonb;
  wrong integer[];
begin
  perform council.require_fees('fees');
  if import_fees.kind = 'bank-accounts' then
    perform council.require_fees('bank');
  end if;
  return query select f.line, f.field, f.message, 0::bigint, 0::bigint from council.import_faults(import_fees.body_id, given) f;
  if found then
    select array_agg(distinct f.line) into wrong from council.import_faults(import_fees.body_id, given) f;
  end if;
  return query select d.line, '', format('steht schon in Zeile %s', d.first), 0::bigint, 0::bigint
  from (select (r ->> 'line')::integer as line, min((r ->> 'line')::integer) over (partition by (r - 'line')::text collate "C") as first
    from jsonb_array_elements(given) r) d
  where d.line > d.first;
  if found then
    wrong := wrong || array(select d.line from (select (r ->> 'line')::integer as line,
        min((r ->> 'line')::integer) over (partition by (r - 'line')::text collate "C") as first from jsonb_array_elements(given) r) d
      where d.line > d.first);
  end if;
  -- The others are looked at all the same, so that all faults come at once.
  select coalesce(jsonb_agg(to_jsonb(r)), '[]') into given
  from council.import_rows(import_fees.body_id, given) r where not exists (select from unnest(wrong) w where w = r.line);
  return query select k.line, k.field, k.message, k.added, k.known
  from council.import_kind(import_fees.kind, given, dry or wrong is not null) k
  where k.line is not null or wrong is null;
end
$$;
comment on function api.import_fees(bigint, text, text, boolean) is
  'Rows of a file of facts: every fault with its line, or how many were added and how many were there already. dry: nothing is written.';
