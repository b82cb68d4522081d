--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: api; Type: SCHEMA; Schema: -; Owner: ratstisch_owner
--

CREATE SCHEMA api;


ALTER SCHEMA api OWNER TO ratstisch_owner;

--
-- Name: SCHEMA api; Type: COMMENT; Schema: -; Owner: ratstisch_owner
--

COMMENT ON SCHEMA api IS 'Views and functions for every client.';


--
-- Name: council; Type: SCHEMA; Schema: -; Owner: ratstisch_owner
--

CREATE SCHEMA council;


ALTER SCHEMA council OWNER TO ratstisch_owner;

--
-- Name: SCHEMA council; Type: COMMENT; Schema: -; Owner: ratstisch_owner
--

COMMENT ON SCHEMA council IS 'Tables of the council service; behind row-level security.';


--
-- Name: german; Type: COLLATION; Schema: council; Owner: ratstisch_owner
--

CREATE COLLATION council.german (provider = icu, locale = 'de');


ALTER COLLATION council.german OWNER TO ratstisch_owner;

--
-- Name: COLLATION german; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLLATION council.german IS 'German dictionary order, for names.';


--
-- Name: german_number; Type: COLLATION; Schema: council; Owner: ratstisch_owner
--

CREATE COLLATION council.german_number (provider = icu, locale = 'de-u-kn-true');


ALTER COLLATION council.german_number OWNER TO ratstisch_owner;

--
-- Name: COLLATION german_number; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLLATION council.german_number IS 'German order in which 2 stands before 10, for numbers.';


--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA council;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA council;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: unaccent; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA council;


--
-- Name: EXTENSION unaccent; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';


--
-- Name: line; Type: DOMAIN; Schema: council; Owner: ratstisch_owner
--

CREATE DOMAIN council.line AS text
	CONSTRAINT line_check CHECK (((char_length(VALUE) <= 500) AND (VALUE !~ '[\u0001-\u001f\u007f-\u009f]'::text)));


ALTER DOMAIN council.line OWNER TO ratstisch_owner;

--
-- Name: DOMAIN line; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON DOMAIN council.line IS 'One line of at most 500 characters without control characters.';


--
-- Name: prose; Type: DOMAIN; Schema: council; Owner: ratstisch_owner
--

CREATE DOMAIN council.prose AS text
	CONSTRAINT prose_check CHECK (((char_length(VALUE) <= 200000) AND (VALUE !~ '[\u0001-\u0008\u000b-\u001f\u007f-\u009f]'::text)));


ALTER DOMAIN council.prose OWNER TO ratstisch_owner;

--
-- Name: DOMAIN prose; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON DOMAIN council.prose IS 'Running text with line breaks and tabs, at most 200,000 characters.';


--
-- Name: word; Type: DOMAIN; Schema: council; Owner: ratstisch_owner
--

CREATE DOMAIN council.word AS text
	CONSTRAINT word_check CHECK (((char_length(VALUE) <= 60) AND (VALUE !~ '[\u0001-\u001f\u007f-\u009f]'::text)));


ALTER DOMAIN council.word OWNER TO ratstisch_owner;

--
-- Name: DOMAIN word; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON DOMAIN council.word IS 'A short word or number of at most 60 characters.';


--
-- Name: add_administrator(text, text); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.add_administrator(login text, display_name text) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  new_id bigint;
begin
  insert into council.account as a (login, display_name)
  values (add_administrator.login, add_administrator.display_name)
  on conflict on constraint account_login_key do update set locked = false
  returning a.id into new_id;
  insert into council.permission (account_id, role)
  select new_id, 'administrator'
  where not exists (select from council.permission p
    where p.account_id = new_id and p.role = 'administrator'
      and p.organization_id is null and p.valid @> current_date);
  return new_id;
end
$$;


ALTER FUNCTION api.add_administrator(login text, display_name text) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION add_administrator(login text, display_name text); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.add_administrator(login text, display_name text) IS 'Makes (or unlocks) an account with the role administrator; for the superuser who lays the schema.';


--
-- Name: add_standard_items(bigint); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.add_standard_items(meeting_id bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
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


ALTER FUNCTION api.add_standard_items(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION add_standard_items(meeting_id bigint); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.add_standard_items(meeting_id bigint) IS 'Adds the standard items of the organization that are not on the agenda yet; says how many.';


--
-- Name: append_event(uuid, bigint, bigint, bigint, text, uuid, bigint, bigint, bigint, uuid, text, text, text, text, boolean, integer, integer, integer, integer, integer, integer, integer, text, text, text, text, text, text, text, text, uuid); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.append_event(event_id uuid, meeting_id bigint, at bigint, typed_at bigint, kind text, item_id uuid, person_id bigint, other_person_id bigint, organization_id bigint, ref_event_id uuid, slot text, mode text, rule text, outcome text, flag boolean, legal integer, entitled integer, present integer, yes integer, no integer, abstain integer, invalid integer, number text, text text, note text, persons text, choices text, labels text, counts text, due text, client uuid, OUT seq bigint, OUT appended_id uuid) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  e council.meeting_event;
  stored council.meeting_event;
  m council.meeting;
begin
  e.event_id := event_id; e.meeting_id := meeting_id;
  e.at := council.from_micros(at); e.typed_at := council.from_micros(typed_at);
  e.kind := kind; e.item_id := item_id; e.person_id := person_id; e.other_person_id := other_person_id;
  e.organization_id := organization_id; e.ref_event_id := ref_event_id;
  e.slot := slot; e.mode := mode; e.rule := rule; e.outcome := outcome; e.flag := flag;
  e.legal := legal; e.entitled := entitled; e.present := present;
  e.yes := yes; e.no := no; e.abstain := abstain; e.invalid := invalid;
  e.number := number; e.text := text; e.note := note; e.choices := choices;
  e.persons := string_to_array(persons, ' ')::bigint[];
  e.labels := string_to_array(labels, E'\x1f');
  e.counts := string_to_array(counts, ' ')::integer[];
  e.due := due::date;

  m := council.lock_meeting(e.meeting_id, variadic case when e.kind in ('text', 'mark', 'task')
    then array['record', 'text'] else array['record'] end);
  select s.* into stored from council.meeting_event s where s.event_id = e.event_id;
  if found then
    if council.event_fields(stored) <> council.event_fields(e) then
      raise exception using errcode = 'RT004', message = 'dieses Ereignis ist schon mit anderem Inhalt gespeichert',
        detail = format('Ereignis %s.', e.event_id), hint = 'Laden Sie die Sitzung neu.';
    end if;
    seq := stored.seq;
    appended_id := stored.event_id;
    return;
  end if;
  perform council.refuse_signed(m);
  perform council.check_pen(e.meeting_id, client);
  perform council.check_references(e);
  seq := council.store_event(e);
  appended_id := e.event_id;
end
$$;


ALTER FUNCTION api.append_event(event_id uuid, meeting_id bigint, at bigint, typed_at bigint, kind text, item_id uuid, person_id bigint, other_person_id bigint, organization_id bigint, ref_event_id uuid, slot text, mode text, rule text, outcome text, flag boolean, legal integer, entitled integer, present integer, yes integer, no integer, abstain integer, invalid integer, number text, text text, note text, persons text, choices text, labels text, counts text, due text, client uuid, OUT seq bigint, OUT appended_id uuid) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION append_event(event_id uuid, meeting_id bigint, at bigint, typed_at bigint, kind text, item_id uuid, person_id bigint, other_person_id bigint, organization_id bigint, ref_event_id uuid, slot text, mode text, rule text, outcome text, flag boolean, legal integer, entitled integer, present integer, yes integer, no integer, abstain integer, invalid integer, number text, text text, note text, persons text, choices text, labels text, counts text, due text, client uuid, OUT seq bigint, OUT appended_id uuid); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.append_event(event_id uuid, meeting_id bigint, at bigint, typed_at bigint, kind text, item_id uuid, person_id bigint, other_person_id bigint, organization_id bigint, ref_event_id uuid, slot text, mode text, rule text, outcome text, flag boolean, legal integer, entitled integer, present integer, yes integer, no integer, abstain integer, invalid integer, number text, text text, note text, persons text, choices text, labels text, counts text, due text, client uuid, OUT seq bigint, OUT appended_id uuid) IS 'Appends an event to the ledger of its meeting. The same event again changes nothing and gives its number. Arrays as text: persons and counts by blanks, labels by character 31.';


--
-- Name: attendance_items(bigint); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.attendance_items(meeting_id bigint) RETURNS TABLE(person_id bigint, since timestamp with time zone, until timestamp with time zone, item_from uuid, item_until uuid, note text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  select a.person_id, a.since, a.until, a.item_from, a.item_until, a.note
  from council.attendance a join council.meeting m on m.id = a.meeting_id
  where a.meeting_id = attendance_items.meeting_id and m.organizations && council.visible_organizations()
  order by a.since_seq, a.person_id
$$;


ALTER FUNCTION api.attendance_items(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION attendance_items(meeting_id bigint); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.attendance_items(meeting_id bigint) IS 'Attendance with items and reasons.';


--
-- Name: change_fields(uuid); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.change_fields(change_id uuid) RETURNS TABLE(field text, before text, after text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  select k.key, coalesce(c.before ->> k.key, ''), coalesce(c.after ->> k.key, '')
  from council.change c
  cross join lateral (
    select jsonb_object_keys(coalesce(c.before, '{}') || coalesce(c.after, '{}')) as key) k
  where c.id = change_fields.change_id
    and c.before -> k.key is distinct from c.after -> k.key
    and k.key not in ('is_public', 'organizations')
$$;


ALTER FUNCTION api.change_fields(change_id uuid) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION change_fields(change_id uuid); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.change_fields(change_id uuid) IS 'What a change of the journal changed, field by field.';


--
-- Name: check_ledger(bigint); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.check_ledger(meeting_id bigint) RETURNS TABLE(what text, seq bigint, detail text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  perform council.lock_meeting(check_ledger.meeting_id, 'read_nonpublic');
  return query select c.what, c.seq, c.detail from council.check_meeting(check_ledger.meeting_id) c;
end
$$;


ALTER FUNCTION api.check_ledger(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION check_ledger(meeting_id bigint); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.check_ledger(meeting_id bigint) IS 'council.check_meeting for those who may see the whole meeting.';


--
-- Name: code_label(text, text); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.code_label(kind text, code text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN CASE kind WHEN 'classification'::text THEN CASE code WHEN 'council'::text THEN 'Rat'::text WHEN 'committee'::text THEN 'Ausschuss'::text WHEN 'borough'::text THEN 'Bezirksvertretung'::text WHEN 'group'::text THEN 'Fraktion'::text WHEN 'office'::text THEN 'Amt'::text WHEN 'other'::text THEN 'Sonstiges Gremium'::text ELSE code END WHEN 'meeting_state'::text THEN CASE code WHEN 'planned'::text THEN 'geplant'::text WHEN 'invited'::text THEN 'eingeladen'::text WHEN 'running'::text THEN 'läuft'::text WHEN 'closed'::text THEN 'beendet'::text WHEN 'signed'::text THEN 'unterschrieben'::text ELSE code END WHEN 'account_role'::text THEN CASE code WHEN 'reader'::text THEN 'Lesen'::text WHEN 'typist'::text THEN 'Schreibdienst'::text WHEN 'minute_taker'::text THEN 'Schriftführung'::text WHEN 'fee_clerk'::text THEN 'Sitzungsgeld'::text WHEN 'migration_clerk'::text THEN 'Datenübernahme'::text WHEN 'administrator'::text THEN 'Verwaltung des Programms'::text WHEN 'public'::text THEN 'Öffentlichkeit'::text ELSE code END WHEN 'result'::text THEN CASE code WHEN 'adopted'::text THEN 'angenommen'::text WHEN 'rejected'::text THEN 'abgelehnt'::text WHEN 'noted'::text THEN 'zur Kenntnis genommen'::text WHEN 'deferred'::text THEN 'vertagt'::text WHEN 'referred'::text THEN 'verwiesen'::text WHEN 'withdrawn'::text THEN 'zurückgezogen'::text WHEN 'settled'::text THEN 'erledigt'::text WHEN 'removed'::text THEN 'abgesetzt'::text WHEN 'elected'::text THEN 'gewählt'::text WHEN 'runoff'::text THEN 'Stichwahl'::text WHEN 'lot'::text THEN 'Los'::text WHEN 'not_elected'::text THEN 'nicht gewählt'::text WHEN 'allocated'::text THEN 'verteilt'::text ELSE COALESCE(code, ''::text) END WHEN 'action'::text THEN CASE code WHEN 'insert'::text THEN 'angelegt'::text WHEN 'update'::text THEN 'geändert'::text WHEN 'delete'::text THEN 'gelöscht'::text ELSE code END WHEN 'minutes_state'::text THEN CASE code WHEN 'open'::text THEN 'offen'::text WHEN 'draft'::text THEN 'Entwurf'::text WHEN 'signed'::text THEN 'unterschrieben'::text WHEN 'corrected'::text THEN 'berichtigt'::text ELSE code END WHEN 'table'::text THEN CASE code WHEN 'person'::text THEN 'Person'::text WHEN 'organization'::text THEN 'Gremium'::text WHEN 'membership'::text THEN 'Mitgliedschaft'::text WHEN 'meeting'::text THEN 'Sitzung'::text WHEN 'agenda_item'::text THEN 'Tagesordnungspunkt'::text WHEN 'account'::text THEN 'Konto'::text WHEN 'permission'::text THEN 'Recht'::text WHEN 'location'::text THEN 'Ort'::text WHEN 'text_module'::text THEN 'Textbaustein'::text WHEN 'substitution'::text THEN 'Stellvertretung'::text WHEN 'standard_item'::text THEN 'Standardpunkt'::text WHEN 'objection'::text THEN 'Einwendung'::text WHEN 'body'::text THEN 'Kommune'::text WHEN 'legislative_term'::text THEN 'Wahlperiode'::text WHEN 'rule_set'::text THEN 'Regelwerk'::text WHEN 'rule'::text THEN 'Regel'::text WHEN 'meeting_organization'::text THEN 'Gremium der Sitzung'::text WHEN 'meeting_day'::text THEN 'Sitzungstag'::text ELSE code END ELSE code END;


ALTER FUNCTION api.code_label(kind text, code text) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION code_label(kind text, code text); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.code_label(kind text, code text) IS 'German label of a code of the schema.';


--
-- Name: completion(text); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.completion(fragment text) RETURNS TABLE(word text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  with asked as (select substr(council.like_pattern(fragment), 2) as prefix
    where btrim(coalesce(fragment, '')) <> '')
  select w.word
  from asked a
  cross join lateral (
    select p.name as word from council.person p where council.fold_text(p.name) like a.prefix
    union
    select o.short_name from council.organization o where council.fold_text(o.short_name) like a.prefix
    union
    select o.name from council.organization o where council.fold_text(o.name) like a.prefix) w
  order by w.word limit 20
$$;


ALTER FUNCTION api.completion(fragment text) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION completion(fragment text); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.completion(fragment text) IS 'Names of people and organizations that begin so.';


--
-- Name: jump(text); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.jump(fragment text) RETURNS TABLE(kind text, id text, label text, detail text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
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


ALTER FUNCTION api.jump(fragment text) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION jump(fragment text); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.jump(fragment text) IS 'What a fragment of a number or name may mean; zeros, blanks and / against - are forgiven.';


--
-- Name: keep_pen(bigint, uuid); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.keep_pen(meeting_id bigint, client uuid) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  with kept as (
    update council.pen p set until = clock_timestamp() + council.pen_lease()
    where p.meeting_id = keep_pen.meeting_id and p.client = keep_pen.client and p.account = council.invoker()
    returning 1)
  select exists (select from kept)
$$;


ALTER FUNCTION api.keep_pen(meeting_id bigint, client uuid) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION keep_pen(meeting_id bigint, client uuid); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.keep_pen(meeting_id bigint, client uuid) IS 'Sign of life of the pen; false: it is gone.';


--
-- Name: release_pen(bigint, uuid); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.release_pen(meeting_id bigint, client uuid) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  with released as (
    delete from council.pen p
    where p.meeting_id = release_pen.meeting_id and p.client = release_pen.client
      and p.account = council.invoker()
    returning 1)
  select exists (select from released)
$$;


ALTER FUNCTION api.release_pen(meeting_id bigint, client uuid) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION release_pen(meeting_id bigint, client uuid); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.release_pen(meeting_id bigint, client uuid) IS 'Puts the pen down.';


--
-- Name: role_label(text, text, boolean); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.role_label(role text, gender text, council boolean) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN CASE role WHEN 'mayor'::text THEN CASE gender WHEN 'female'::text THEN 'Bürgermeisterin'::text ELSE 'Bürgermeister'::text END WHEN 'chair'::text THEN CASE gender WHEN 'female'::text THEN 'Vorsitzende'::text WHEN 'male'::text THEN 'Vorsitzender'::text ELSE 'Vorsitz'::text END WHEN 'deputy_chair'::text THEN CASE gender WHEN 'female'::text THEN 'stellvertretende Vorsitzende'::text WHEN 'male'::text THEN 'stellvertretender Vorsitzender'::text ELSE 'stellvertretender Vorsitz'::text END WHEN 'member'::text THEN CASE WHEN council THEN 'Ratsmitglied'::text ELSE 'Mitglied'::text END WHEN 'expert_citizen'::text THEN CASE gender WHEN 'female'::text THEN 'sachkundige Bürgerin'::text WHEN 'male'::text THEN 'sachkundiger Bürger'::text ELSE 'sachkundige Person'::text END WHEN 'advisory_citizen'::text THEN CASE gender WHEN 'female'::text THEN 'sachkundige Einwohnerin'::text WHEN 'male'::text THEN 'sachkundiger Einwohner'::text ELSE 'sachkundige Person (beratend)'::text END WHEN 'advisory_member'::text THEN 'beratendes Mitglied'::text WHEN 'substitute'::text THEN 'Stellvertretung'::text WHEN 'minute_taker'::text THEN 'Schriftführung'::text WHEN 'administration'::text THEN 'Verwaltung'::text ELSE role END;


ALTER FUNCTION api.role_label(role text, gender text, council boolean) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION role_label(role text, gender text, council boolean); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.role_label(role text, gender text, council boolean) IS 'German label of a membership role.';


--
-- Name: save_objection(bigint, bigint, bigint, uuid, bigint, text, text, text); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.save_objection(id bigint, version bigint, meeting_id bigint, item_id uuid, person_id bigint, text text, state text, decision text, OUT saved_id bigint, OUT saved_version bigint) RETURNS SETOF record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
#variable_conflict use_variable
declare
  m council.meeting;
  last council.minutes;
  old_state text;
begin
  m := council.lock_meeting(meeting_id, 'sign');
  select mi.* into last from council.minutes mi where mi.meeting_id = m.id order by mi.version desc limit 1;
  if not found then
    raise exception using errcode = 'RT008', message = 'gegen einen Entwurf gibt es keine Einwendung',
      detail = 'Die Niederschrift ist noch nicht unterschrieben.',
      hint = 'Ändern Sie den Text am Sitzungstisch.';
  end if;
  if item_id is not null and not exists (select from council.agenda_item i
    where i.id = item_id and i.meeting_id = m.id) then
    raise exception using errcode = 'RT005', message = 'diesen Tagesordnungspunkt hat die Sitzung nicht';
  end if;
  if id is null then
    insert into council.objection as o (meeting_id, minutes_version, item_id, person_id, text)
    values (m.id, last.version, item_id, person_id, text)
    returning o.id, o.version into saved_id, saved_version;
    return next;
    return;
  end if;
  select o.state into old_state from council.objection o where o.id = id and o.meeting_id = m.id;
  if old_state <> 'raised' then
    raise exception using errcode = 'RT002', message = 'über diese Einwendung ist entschieden';
  end if;
  update council.objection o set item_id = item_id, person_id = person_id, text = text,
    state = coalesce(state, 'raised'), decision = coalesce(decision, '')
  where o.id = id and o.version = version and o.meeting_id = m.id
  returning o.id, o.version into saved_id, saved_version;
  if saved_id is null then
    return;
  end if;
  if state = 'accepted' then
    insert into council.minutes (meeting_id, version, state, chair, minute_taker, last_seq, head_hash, note)
    values (m.id, last.version + 1, 'corrected', last.chair, last.minute_taker, last.last_seq,
      last.head_hash, decision);
  end if;
  return next;
end
$$;


ALTER FUNCTION api.save_objection(id bigint, version bigint, meeting_id bigint, item_id uuid, person_id bigint, text text, state text, decision text, OUT saved_id bigint, OUT saved_version bigint) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION save_objection(id bigint, version bigint, meeting_id bigint, item_id uuid, person_id bigint, text text, state text, decision text, OUT saved_id bigint, OUT saved_version bigint); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.save_objection(id bigint, version bigint, meeting_id bigint, item_id uuid, person_id bigint, text text, state text, decision text, OUT saved_id bigint, OUT saved_version bigint) IS 'Raises or decides an objection; no row when another editor was faster. Accepted, it makes a new version of the minutes.';


--
-- Name: send_agenda(bigint, text); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.send_agenda(meeting_id bigint, note text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  m council.meeting;
  next_version integer;
begin
  m := council.lock_meeting(send_agenda.meeting_id, 'plan');
  if m.state not in ('planned', 'invited') then
    raise exception using errcode = 'RT006', message = 'die Tagesordnung dieser Sitzung steht fest',
      detail = 'Die Sitzung läuft oder ist beendet.';
  end if;
  select coalesce(max(v.version), 0) + 1 into next_version from council.agenda_version v where v.meeting_id = m.id;
  insert into council.agenda_version (meeting_id, version, kind, note)
  values (m.id, next_version, case next_version when 1 then 'invitation' else 'supplement' end,
    coalesce(send_agenda.note, ''));
  insert into council.agenda_version_item (meeting_id, version, item_id, number, position, title, public)
  select m.id, next_version, i.id, i.number, i.position, i.title, i.public
  from council.agenda_item i where i.meeting_id = m.id and i.origin = 'planned';
  update council.meeting set state = 'invited' where id = m.id and state = 'planned';
  return next_version;
end
$$;


ALTER FUNCTION api.send_agenda(meeting_id bigint, note text) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION send_agenda(meeting_id bigint, note text); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.send_agenda(meeting_id bigint, note text) IS 'Keeps the agenda as sent now and says its version; the first one makes the meeting invited.';


--
-- Name: sign_minutes(bigint, text, text); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.sign_minutes(meeting_id bigint, chair text, minute_taker text, OUT version integer, OUT signed_at bigint) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
#variable_conflict use_variable
declare
  m council.meeting;
  head council.meeting_event;
  bad record;
begin
  m := council.lock_meeting(meeting_id, 'sign');
  perform council.refuse_signed(m);
  if m.state <> 'closed' then
    raise exception using errcode = 'RT008', message = 'die Sitzung ist noch nicht geschlossen',
      hint = 'Schließen Sie die Sitzung am Sitzungstisch.';
  end if;
  if coalesce(btrim(chair), '') = '' or coalesce(btrim(minute_taker), '') = '' then
    raise exception using errcode = 'RT008', message = 'eine Unterschrift fehlt',
      detail = 'Vorsitz und Schriftführung unterschreiben beide.';
  end if;
  select c.what, c.seq, c.detail into bad from council.check_chain(meeting_id) c;
  if found then
    raise exception using errcode = 'RT009', message = 'das Buch der Sitzung ist verfälscht',
      detail = format('Ereignis %s: %s', bad.seq, bad.detail);
  end if;
  select e.* into head from council.meeting_event e where e.meeting_id = m.id order by e.seq desc limit 1;
  insert into council.minutes (meeting_id, version, state, chair, minute_taker, last_seq, head_hash)
  values (m.id, 1, 'signed', btrim(chair), btrim(minute_taker), head.seq, head.hash);
  update council.meeting set state = 'signed' where id = m.id;
  delete from council.pen p where p.meeting_id = m.id;
  perform pg_notify('ratstisch_meeting', m.id || ':' || head.seq);
  select mi.version, council.micros(mi.signed_at) into version, signed_at
  from council.minutes mi where mi.meeting_id = m.id and mi.version = 1;
end
$$;


ALTER FUNCTION api.sign_minutes(meeting_id bigint, chair text, minute_taker text, OUT version integer, OUT signed_at bigint) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION sign_minutes(meeting_id bigint, chair text, minute_taker text, OUT version integer, OUT signed_at bigint); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.sign_minutes(meeting_id bigint, chair text, minute_taker text, OUT version integer, OUT signed_at bigint) IS 'Signs the minutes of a closed meeting and closes its ledger.';


--
-- Name: take_pen(bigint, uuid, boolean); Type: FUNCTION; Schema: api; Owner: ratstisch_owner
--

CREATE FUNCTION api.take_pen(meeting_id bigint, client uuid, force boolean, OUT mine boolean, OUT holder text, OUT since bigint) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
#variable_conflict use_variable
declare
  m council.meeting;
  old council.pen;
  e council.meeting_event;
begin
  m := council.lock_meeting(meeting_id, 'record', 'text');
  perform council.refuse_signed(m);
  select p.* into old from council.pen p where p.meeting_id = m.id;
  mine := old.client is null or old.client = client or old.until < clock_timestamp() or coalesce(force, false);
  if mine then
    insert into council.pen as p (meeting_id, account, client, until)
    values (m.id, council.invoker(), client, clock_timestamp() + council.pen_lease())
    on conflict on constraint pen_pkey do update set account = excluded.account, client = excluded.client,
      until = excluded.until,
      since = case when p.client = excluded.client then p.since else clock_timestamp() end;
    if old.client <> client and (old.account <> council.invoker() or old.until >= clock_timestamp()) then
      e.event_id := gen_random_uuid();
      e.meeting_id := m.id;
      e.at := clock_timestamp();
      e.typed_at := e.at;
      e.kind := 'pen';
      e.text := old.account;
      perform council.store_event(e);
    end if;
  end if;
  select p.account, council.micros(p.since) into holder, since from council.pen p where p.meeting_id = m.id;
end
$$;


ALTER FUNCTION api.take_pen(meeting_id bigint, client uuid, force boolean, OUT mine boolean, OUT holder text, OUT since bigint) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION take_pen(meeting_id bigint, client uuid, force boolean, OUT mine boolean, OUT holder text, OUT since bigint); Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON FUNCTION api.take_pen(meeting_id bigint, client uuid, force boolean, OUT mine boolean, OUT holder text, OUT since bigint) IS 'Takes the pen of a meeting if it is free, run out, or by force; says who holds it.';


--
-- Name: account_changed(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.account_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  if tg_op = 'UPDATE' and new.login <> old.login then
    raise exception using errcode = 'RT003', message = 'der Anmeldename eines Kontos bleibt',
      hint = 'Sperren Sie das Konto und legen Sie ein neues an.';
  end if;
  perform council.sync_login(case when tg_op = 'DELETE' then old.login else new.login end);
  return null;
end
$$;


ALTER FUNCTION council.account_changed() OWNER TO ratstisch_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: meeting_event; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.meeting_event (
    event_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    typed_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    item_id uuid,
    person_id bigint,
    other_person_id bigint,
    organization_id bigint,
    ref_event_id uuid,
    slot council.word,
    mode council.word,
    rule council.word,
    outcome council.word,
    flag boolean,
    legal integer,
    entitled integer,
    present integer,
    yes integer,
    no integer,
    abstain integer,
    invalid integer,
    number council.line,
    text council.prose,
    note council.prose,
    persons bigint[],
    choices text,
    labels text[],
    counts integer[],
    due date,
    seq bigint NOT NULL,
    author text NOT NULL,
    received_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT event_choice_per_person CHECK (((kind <> 'vote'::text) OR ((mode)::text <> 'rollcall'::text) OR ((persons IS NOT NULL) AND (choices IS NOT NULL) AND (char_length(choices) = cardinality(persons)) AND (char_length(replace(choices, 'J'::text, ''::text)) = (char_length(choices) - yes)) AND (char_length(replace(choices, 'N'::text, ''::text)) = (char_length(choices) - no)) AND (char_length(replace(choices, 'E'::text, ''::text)) = (char_length(choices) - abstain))))),
    CONSTRAINT event_entitled_within_present CHECK (((kind <> ALL (ARRAY['vote'::text, 'election'::text])) OR (entitled <= present))),
    CONSTRAINT event_one_count_per_candidate CHECK (((kind <> ALL (ARRAY['election'::text, 'seats'::text])) OR (labels IS NULL) OR (cardinality(counts) = cardinality(labels)))),
    CONSTRAINT event_other_person_named CHECK (((kind <> 'substitute'::text) OR (other_person_id IS NOT NULL))),
    CONSTRAINT event_person_named CHECK (((person_id IS NOT NULL) OR (kind <> ALL (ARRAY['arrive'::text, 'depart'::text, 'substitute'::text, 'substitute_end'::text, 'conflict'::text, 'conflict_end'::text, 'item_absent'::text])))),
    CONSTRAINT event_persons_only_by_name CHECK (((kind <> 'vote'::text) OR ((mode)::text = 'rollcall'::text) OR ((persons IS NULL) AND (choices IS NULL)))),
    CONSTRAINT event_present_within_legal CHECK (((kind <> ALL (ARRAY['vote'::text, 'election'::text, 'quorum'::text])) OR (COALESCE(legal, 0) = 0) OR (present <= legal))),
    CONSTRAINT event_secret_has_no_persons CHECK ((((mode)::text IS DISTINCT FROM 'secret'::text) OR ((persons IS NULL) AND (choices IS NULL) AND ((kind = 'election'::text) OR ((labels IS NULL) AND (counts IS NULL)))))),
    CONSTRAINT event_three_counts_per_group CHECK (((kind <> 'vote'::text) OR (labels IS NULL) OR (cardinality(counts) = (3 * cardinality(labels))))),
    CONSTRAINT event_undo_names_event CHECK (((kind <> 'undo'::text) OR (ref_event_id IS NOT NULL))),
    CONSTRAINT event_vote_complete CHECK (((kind <> 'vote'::text) OR ((mode IS NOT NULL) AND ((mode)::text = ANY (ARRAY['unanimous'::text, 'count'::text, 'group'::text, 'rollcall'::text, 'secret'::text])) AND (outcome IS NOT NULL) AND ((outcome)::text = ANY (ARRAY['adopted'::text, 'rejected'::text])) AND (slot IS NOT NULL) AND ((slot)::text = ANY (ARRAY['motion'::text, 'amendment'::text, 'procedure'::text, 'urgency'::text, 'public'::text, 'number'::text])) AND (rule IS NOT NULL) AND (legal IS NOT NULL) AND (entitled IS NOT NULL) AND (present IS NOT NULL) AND (yes IS NOT NULL) AND (no IS NOT NULL) AND (abstain IS NOT NULL)))),
    CONSTRAINT event_votes_within_entitled CHECK (((kind <> ALL (ARRAY['vote'::text, 'election'::text])) OR ((((COALESCE(no, 0) + COALESCE(abstain, 0)) + COALESCE(invalid, 0)) +
CASE kind
    WHEN 'vote'::text THEN COALESCE(yes, 0)
    ELSE 0
END) <= COALESCE(entitled, 100000)))),
    CONSTRAINT meeting_event_abstain_check CHECK (((abstain >= 0) AND (abstain <= 100000))),
    CONSTRAINT meeting_event_at_check CHECK (((at >= '1945-01-01 00:00:00+01'::timestamp with time zone) AND (at <= '2200-01-01 00:00:00+01'::timestamp with time zone))),
    CONSTRAINT meeting_event_check CHECK (((cardinality(persons) <= 5000) AND (cardinality(labels) <= 1000) AND (cardinality(counts) <= 3000))),
    CONSTRAINT meeting_event_check1 CHECK (((array_position(counts, NULL::integer) IS NULL) AND (array_position(persons, NULL::bigint) IS NULL) AND (array_position(labels, NULL::text) IS NULL))),
    CONSTRAINT meeting_event_choices_check CHECK ((choices ~ '^[JNEO]*$'::text)),
    CONSTRAINT meeting_event_counts_check CHECK ((NOT (0 > ANY (counts)))),
    CONSTRAINT meeting_event_entitled_check CHECK (((entitled >= 0) AND (entitled <= 100000))),
    CONSTRAINT meeting_event_hash_check CHECK ((octet_length(hash) = 32)),
    CONSTRAINT meeting_event_invalid_check CHECK (((invalid >= 0) AND (invalid <= 100000))),
    CONSTRAINT meeting_event_legal_check CHECK (((legal >= 0) AND (legal <= 100000))),
    CONSTRAINT meeting_event_no_check CHECK (((no >= 0) AND (no <= 100000))),
    CONSTRAINT meeting_event_present_check CHECK (((present >= 0) AND (present <= 100000))),
    CONSTRAINT meeting_event_seq_check CHECK ((seq >= 1)),
    CONSTRAINT meeting_event_typed_at_check CHECK (((typed_at >= '1945-01-01 00:00:00+01'::timestamp with time zone) AND (typed_at <= '2200-01-01 00:00:00+01'::timestamp with time zone))),
    CONSTRAINT meeting_event_yes_check CHECK (((yes >= 0) AND (yes <= 100000)))
);


ALTER TABLE council.meeting_event OWNER TO ratstisch_owner;

--
-- Name: TABLE meeting_event; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.meeting_event IS 'The ledger of a meeting: append only; fields 1-30 as in doc/ledger.md, then what the server adds.';


--
-- Name: COLUMN meeting_event.seq; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.meeting_event.seq IS '1, 2, 3 ... per meeting without gaps, given by the server.';


--
-- Name: COLUMN meeting_event.author; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.meeting_event.author IS 'Login role that appended the event.';


--
-- Name: COLUMN meeting_event.prev_hash; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.meeting_event.prev_hash IS 'Hash of the event before; 32 zero bytes for the first.';


--
-- Name: COLUMN meeting_event.hash; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.meeting_event.hash IS 'SHA-256 over prev_hash and the canonical text (council.event_canonical).';


--
-- Name: add_item(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.add_item(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  public_part boolean := coalesce(e.flag, true);
  behind uuid := nullif(e.slot::text, '')::uuid;
begin
  insert into council.agenda_item (id, meeting_id, number, position, title, public, origin)
  select e.item_id, e.meeting_id, coalesce(left(e.number, 60), ''),
    coalesce(max(i.position), 0) + 1, coalesce(nullif(left(e.text, 500), ''), 'ohne Bezeichnung'),
    public_part, 'meeting'
  from council.agenda_item i where i.meeting_id = e.meeting_id
  on conflict (id) do nothing;
  if behind is null then
    select s.item_id into behind from council.item_state s
    where s.meeting_id = e.meeting_id and s.public = public_part and s.item_id <> e.item_id
    order by s.position desc limit 1;
  end if;
  insert into council.item_state (item_id, meeting_id, position, public)
  values (e.item_id, e.meeting_id, 1000000, public_part) on conflict (item_id) do nothing;
  if behind is not null then
    perform council.place_item(e.meeting_id, e.item_id, behind);
  end if;
end
$$;


ALTER FUNCTION council.add_item(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: announce_absence(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.announce_absence(e council.meeting_event) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  insert into council.announced_absence (meeting_id, person_id, at, note)
  values (e.meeting_id, e.person_id, e.at, coalesce(e.note, ''))
  on conflict (meeting_id, person_id) do update set at = excluded.at, note = excluded.note
$$;


ALTER FUNCTION council.announce_absence(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: check_chain(bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.check_chain(meeting_id bigint) RETURNS TABLE(what text, seq bigint, detail text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  with chain as (
    select e.seq, row_number() over w as expected,
      e.prev_hash = coalesce(lag(e.hash) over w, decode(repeat('00', 32), 'hex')) as linked,
      e.hash = council.event_hash(e) as sound
    from council.meeting_event e where e.meeting_id = check_chain.meeting_id
    window w as (order by e.seq)),
  faults as (
    select c.seq, case
        when c.seq <> c.expected then format('vor Ereignis %s fehlt ein Ereignis', c.seq)
        when not c.sound then 'der Inhalt passt nicht zu seiner Prüfsumme'
        else 'die Prüfsumme des vorigen Ereignisses passt nicht' end as detail
    from chain c where c.seq <> c.expected or not c.linked or not c.sound
    union all
    select m.last_seq, 'das Buch endet anders als bei der Unterschrift'
    from council.minutes m
    where m.meeting_id = check_chain.meeting_id and not exists (select from council.meeting_event e
      where e.meeting_id = m.meeting_id and e.seq = m.last_seq and e.hash = m.head_hash
        and not exists (select from council.meeting_event later
          where later.meeting_id = m.meeting_id and later.seq > m.last_seq)))
  select 'chain', f.seq, f.detail from faults f order by f.seq limit 1
$$;


ALTER FUNCTION council.check_chain(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: check_meeting(bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.check_meeting(meeting_id bigint) RETURNS TABLE(what text, seq bigint, detail text)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  stored jsonb;
  rebuilt jsonb;
  found_fault boolean := false;
begin
  for what, seq, detail in select c.what, c.seq, c.detail from council.check_chain(check_meeting.meeting_id) c loop
    found_fault := true;
    return next;
  end loop;
  stored := council.projection_digests(check_meeting.meeting_id);
  rebuilt := council.rebuilt_digests(check_meeting.meeting_id);
  for what, seq, detail in
    select 'projection', null::bigint,
      format('die Tabelle %s stimmt nicht mit dem Buch überein', s.key)
    from jsonb_each_text(stored) s where s.value <> rebuilt ->> s.key order by s.key
  loop
    found_fault := true;
    return next;
  end loop;
  if not found_fault then
    select 'ok', max(e.seq), count(*) || ' Ereignisse geprüft' into what, seq, detail
    from council.meeting_event e where e.meeting_id = check_meeting.meeting_id;
    return next;
  end if;
end
$$;


ALTER FUNCTION council.check_meeting(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION check_meeting(meeting_id bigint); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.check_meeting(meeting_id bigint) IS 'Verifies the chain (first bad event) and compares rebuilt projections with the stored ones; one row "ok" when all is well.';


--
-- Name: check_pen(bigint, uuid); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.check_pen(meeting_id bigint, client uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  holder council.pen;
begin
  select * into holder from council.pen p where p.meeting_id = check_pen.meeting_id;
  if not found or holder.client is distinct from check_pen.client
    or holder.account <> council.invoker() then
    raise exception using errcode = 'RT001', message = 'das Schreibrecht liegt nicht bei diesem Platz',
      detail = case when holder.account is null then 'Niemand führt gerade das Protokoll.'
        else format('Es führt "%s" das Protokoll.', holder.account) end,
      hint = 'Übernehmen Sie das Schreibrecht ausdrücklich.';
  end if;
  update council.pen p set until = clock_timestamp() + council.pen_lease()
  where p.meeting_id = check_pen.meeting_id;
end
$$;


ALTER FUNCTION council.check_pen(meeting_id bigint, client uuid) OWNER TO ratstisch_owner;

--
-- Name: check_references(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.check_references(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  needs_item boolean;
  undone_kind text;
begin
  select k.needs_item into needs_item from council.event_kind k where k.kind = e.kind;
  if not found then
    raise exception using errcode = 'RT005', message = format('unbekannte Art von Ereignis: %s', e.kind);
  end if;
  if e.item_id is null and needs_item then
    raise exception using errcode = 'RT005', message = 'das Ereignis nennt keinen Tagesordnungspunkt',
      detail = format('Art "%s".', e.kind);
  end if;
  if e.item_id is not null and e.kind <> 'item_add' and not exists (select from council.agenda_item i
    where i.id = e.item_id and i.meeting_id = e.meeting_id) then
    raise exception using errcode = 'RT005', message = 'diesen Tagesordnungspunkt hat die Sitzung nicht',
      detail = format('Punkt %s.', e.item_id), hint = 'Laden Sie die Sitzung neu.';
  end if;
  if e.kind = 'item_add' and exists (select from council.agenda_item i
    where i.id = e.item_id and (i.meeting_id <> e.meeting_id or i.origin = 'planned')) then
    raise exception using errcode = 'RT005', message = 'dieser Tagesordnungspunkt ist schon vergeben',
      detail = format('Punkt %s.', e.item_id);
  end if;
  if e.ref_event_id is not null then
    select r.kind into undone_kind from council.meeting_event r
    where r.event_id = e.ref_event_id and r.meeting_id = e.meeting_id;
    if not found then
      raise exception using errcode = 'RT005', message = 'das Ereignis bezieht sich auf ein unbekanntes',
        detail = format('Bezug %s.', e.ref_event_id);
    elsif e.kind = 'undo' and undone_kind in ('undo', 'pen') then
      raise exception using errcode = 'RT007', message = 'das lässt sich nicht zurücknehmen',
        detail = format('Art "%s".', undone_kind);
    end if;
  end if;
end
$$;


ALTER FUNCTION council.check_references(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: close_sitting(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.close_sitting(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  perform council.end_open_item(e);
  perform council.end_interval(e, a.person_id) from council.attendance a
  where a.meeting_id = e.meeting_id and a.until is null;
  update council.sitting set closed_at = e.at, paused = false where meeting_id = e.meeting_id;
end
$$;


ALTER FUNCTION council.close_sitting(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: collect_organizations(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.collect_organizations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  select array_agg(distinct o order by o) into new.organizations
  from (select new.organization_id as o
    union all select mo.organization_id from council.meeting_organization mo where mo.meeting_id = new.id) all_of_it;
  return new;
end
$$;


ALTER FUNCTION council.collect_organizations() OWNER TO ratstisch_owner;

--
-- Name: end_interval(council.meeting_event, bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.end_interval(e council.meeting_event, person bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  update council.attendance a set until = e.at, item_until = s.open_item_id, note = coalesce(e.note, '')
  from council.sitting s
  where s.meeting_id = e.meeting_id and a.meeting_id = e.meeting_id and a.person_id = person and a.until is null
$$;


ALTER FUNCTION council.end_interval(e council.meeting_event, person bigint) OWNER TO ratstisch_owner;

--
-- Name: end_open_item(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.end_open_item(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  ending uuid;
begin
  select s.open_item_id into ending from council.sitting s where s.meeting_id = e.meeting_id;
  if ending is null then
    return;
  end if;
  update council.item_state set ended_at = e.at, state = case state when 'called' then 'done' else state end
  where item_id = ending;
  update council.item_absence set until = e.at where item_id = ending and until is null;
  update council.sitting set open_item_id = null where meeting_id = e.meeting_id;
end
$$;


ALTER FUNCTION council.end_open_item(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: event_canonical(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.event_canonical(e council.meeting_event) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$ select council.event_fields(e) || ',' || e.seq || ',' || octet_length(e.author) || ':' || e.author $$;


ALTER FUNCTION council.event_canonical(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION event_canonical(e council.meeting_event); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.event_canonical(e council.meeting_event) IS 'Canonical text that the hash covers: fields 1-30, sequence number, author.';


--
-- Name: event_fields(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.event_fields(e council.meeting_event) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  select string_agg(coalesce(octet_length(v) || ':' || v, '-'), ',' order by n)
  from unnest(array[
    e.event_id::text, e.meeting_id::text, council.micros(e.at)::text, council.micros(e.typed_at)::text,
    e.kind, e.item_id::text, e.person_id::text, e.other_person_id::text, e.organization_id::text,
    e.ref_event_id::text, e.slot::text, e.mode::text, e.rule::text, e.outcome::text,
    case e.flag when true then 'true' when false then 'false' end,
    e.legal::text, e.entitled::text, e.present::text, e.yes::text, e.no::text, e.abstain::text,
    e.invalid::text, e.number::text, e.text::text, e.note::text,
    array_to_string(e.persons, ' '), e.choices,
    case when e.labels is not null then coalesce((select string_agg(octet_length(l) || ':' || l, ',' order by k)
      from unnest(e.labels) with ordinality as u (l, k)), '') end,
    array_to_string(e.counts, ' '), to_char(e.due, 'YYYY-MM-DD')
  ]) with ordinality as f (v, n)
$$;


ALTER FUNCTION council.event_fields(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION event_fields(e council.meeting_event); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.event_fields(e council.meeting_event) IS 'Canonical text of the fields 1-30 of an event.';


--
-- Name: event_hash(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.event_hash(e council.meeting_event) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$ select sha256(e.prev_hash || convert_to(council.event_canonical(e), 'UTF8')) $$;


ALTER FUNCTION council.event_hash(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: find_items(text, text, integer); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.find_items(pattern text, number_pattern text, most integer) RETURNS TABLE(id uuid, reference text, number text, title text, meeting_id bigint, exact boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
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


ALTER FUNCTION council.find_items(pattern text, number_pattern text, most integer) OWNER TO ratstisch_owner;

--
-- Name: fold_number(text); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.fold_number(value text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
begin
  return pg_catalog.regexp_replace(
    pg_catalog.translate(pg_catalog.lower(value), E'/. \t', '--'), '(^|[^0-9])0+(?=[0-9])', '\1', 'g');
end
$$;


ALTER FUNCTION council.fold_number(value text) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION fold_number(value text); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.fold_number(value text) IS 'Number as it is looked up: zeros, blanks and / against - forgiven.';


--
-- Name: fold_text(text); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.fold_text(value text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
begin
  return pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(
    pg_catalog.lower(council.unaccent('council.unaccent'::pg_catalog.regdictionary, pg_catalog.lower(value))),
    'ae', 'a'), 'oe', 'o'), 'ue', 'u');
end
$$;


ALTER FUNCTION council.fold_text(value text) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION fold_text(value text); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.fold_text(value text) IS 'Text as it is searched: lower case, no accents, umlauts either way.';


--
-- Name: from_micros(bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.from_micros(micros bigint) RETURNS timestamp with time zone
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
begin
  return ('epoch'::timestamptz operator(pg_catalog.+)
    ((micros operator(pg_catalog./) 1000000) operator(pg_catalog.*) '1 second'::interval)) operator(pg_catalog.+)
    ((micros operator(pg_catalog.%) 1000000) operator(pg_catalog.*) '1 microsecond'::interval);
end
$$;


ALTER FUNCTION council.from_micros(micros bigint) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION from_micros(micros bigint); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.from_micros(micros bigint) IS 'The time of a number of microseconds since 1970-01-01 UTC.';


--
-- Name: guard_agenda(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.guard_agenda() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  meeting_state text;
begin
  if current_user <> 'ratstisch_owner' then
    select m.state into meeting_state from council.meeting m
    where m.id = case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
    if meeting_state in ('running', 'closed', 'signed') then
      raise exception using errcode = 'RT006', message = 'die Tagesordnung dieser Sitzung steht fest',
        detail = 'Die Sitzung läuft oder ist beendet.',
        hint = 'Änderungen an der Tagesordnung gehören an den Sitzungstisch.';
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;


ALTER FUNCTION council.guard_agenda() OWNER TO ratstisch_owner;

--
-- Name: inherit_organizations(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.inherit_organizations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  select m.organizations into new.organizations from council.meeting m where m.id = new.meeting_id;
  return new;
end
$$;


ALTER FUNCTION council.inherit_organizations() OWNER TO ratstisch_owner;

--
-- Name: invoker(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.invoker() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN COALESCE(NULLIF(current_setting('role'::text), 'none'::text), (SESSION_USER)::text);


ALTER FUNCTION council.invoker() OWNER TO ratstisch_owner;

--
-- Name: FUNCTION invoker(); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.invoker() IS 'Name of the login role that asks.';


--
-- Name: is_staff(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.is_staff() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  select exists (
    select from council.account a
    join council.permission p on p.account_id = a.id and p.valid @> current_date and p.role <> 'public'
    where a.login = council.invoker() and not a.locked)
$$;


ALTER FUNCTION council.is_staff() OWNER TO ratstisch_owner;

--
-- Name: FUNCTION is_staff(); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.is_staff() IS 'Has the asking account any valid role besides public?';


--
-- Name: journal(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.journal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  unseen text[] := array['search', 'version', 'changed_at', 'changed_by'];
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  row_data jsonb := coalesce(is_now, was);
  open_to_staff boolean := tg_table_name not in ('account', 'permission', 'objection');
  seen_by bigint[] := '{}';
begin
  if tg_op = 'UPDATE' and was - unseen = is_now - unseen then
    return null;
  end if;
  if tg_table_name = 'agenda_item' then
    open_to_staff := coalesce((was ->> 'is_public')::boolean, true)
      and coalesce((is_now ->> 'is_public')::boolean, true);
    seen_by := array(select jsonb_array_elements_text(row_data -> 'organizations')::bigint);
  elsif tg_table_name = 'objection' then
    select m.organizations into seen_by from council.meeting m where m.id = (row_data ->> 'meeting_id')::bigint;
  end if;
  insert into council.change (author, table_name, row_key, action, before, after, public, organizations)
  values (council.invoker(), tg_table_name,
    coalesce(row_data ->> 'id', (row_data ->> 'meeting_id') || '/' || (row_data ->> coalesce(tg_argv[0], 'meeting_id'))),
    lower(tg_op), was - unseen, is_now - unseen, open_to_staff, seen_by);
  return null;
end
$$;


ALTER FUNCTION council.journal() OWNER TO ratstisch_owner;

--
-- Name: lay_agenda(bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.lay_agenda(meeting_id bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  insert into council.item_state (item_id, meeting_id, position, public)
  select i.id, i.meeting_id, row_number() over (order by i.position, i.id), i.public
  from council.agenda_item i
  where i.meeting_id = lay_agenda.meeting_id and i.origin = 'planned'
  on conflict (item_id) do update set position = excluded.position
$$;


ALTER FUNCTION council.lay_agenda(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: like_pattern(text); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.like_pattern(typed text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
begin
  if pg_catalog.btrim(typed) is null or pg_catalog.btrim(typed) operator(pg_catalog.=) '' then
    return '%';
  end if;
  return pg_catalog.concat('%', pg_catalog.regexp_replace(
    pg_catalog.regexp_replace(council.fold_text(pg_catalog.btrim(typed)), '([\\%_])', '\\\1', 'g'),
    '\s+', '%', 'g'), '%');
end
$$;


ALTER FUNCTION council.like_pattern(typed text) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION like_pattern(typed text); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.like_pattern(typed text) IS 'LIKE pattern for the folded text columns.';


--
-- Name: meeting; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.meeting (
    id bigint NOT NULL,
    body_id bigint NOT NULL,
    organization_id bigint NOT NULL,
    organizations bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    number council.word DEFAULT ''::text NOT NULL COLLATE council.german_number,
    name council.line NOT NULL COLLATE council.german,
    state text DEFAULT 'planned'::text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    location_id bigint,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    search text GENERATED ALWAYS AS (council.fold_text((((number)::text || ' '::text) || (name)::text))) STORED,
    CONSTRAINT meeting_check CHECK ((ends_at >= starts_at)),
    CONSTRAINT meeting_name_check CHECK (((name)::text <> ''::text)),
    CONSTRAINT meeting_starts_at_check CHECK (((starts_at >= '1945-01-01 00:00:00+01'::timestamp with time zone) AND (starts_at <= '2200-01-01 00:00:00+01'::timestamp with time zone))),
    CONSTRAINT meeting_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'invited'::text, 'running'::text, 'closed'::text, 'signed'::text])))
);


ALTER TABLE council.meeting OWNER TO ratstisch_owner;

--
-- Name: TABLE meeting; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.meeting IS 'A meeting; its state follows from sending the invitation and from the ledger.';


--
-- Name: COLUMN meeting.organization_id; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.meeting.organization_id IS 'The organization whose rules and minutes count.';


--
-- Name: COLUMN meeting.organizations; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.meeting.organizations IS 'All organizations that meet (kept by trigger from meeting_organization).';


--
-- Name: lock_meeting(bigint, text[]); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.lock_meeting(meeting_id bigint, VARIADIC rights text[]) RETURNS council.meeting
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  m council.meeting;
begin
  select * into m from council.meeting where id = lock_meeting.meeting_id for update;
  if not found or not exists (select from unnest(rights) r where council.may(m.organization_id, r)) then
    raise exception using errcode = 'RT003', message = 'diese Sitzung kann hier nicht bearbeitet werden',
      detail = format('Konto "%s", Sitzung %s.', council.invoker(), lock_meeting.meeting_id),
      hint = 'Die Verwaltung des Programms vergibt das Recht je Gremium.';
  end if;
  return m;
end
$$;


ALTER FUNCTION council.lock_meeting(meeting_id bigint, VARIADIC rights text[]) OWNER TO ratstisch_owner;

--
-- Name: matches_pattern(text, text); Type: FUNCTION; Schema: council; Owner: postgres
--

CREATE FUNCTION council.matches_pattern(value text, pattern text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT LEAKPROOF COST 5 PARALLEL SAFE
    AS $$
begin
  return pg_catalog.right(pattern, 1) operator(pg_catalog.<>) E'\\' and value operator(pg_catalog.~~) pattern;
end
$$;


ALTER FUNCTION council.matches_pattern(value text, pattern text) OWNER TO postgres;

--
-- Name: FUNCTION matches_pattern(value text, pattern text); Type: COMMENT; Schema: council; Owner: postgres
--

COMMENT ON FUNCTION council.matches_pattern(value text, pattern text) IS 'LIKE that cannot fail; a pattern that ends in a backslash matches nothing.';


--
-- Name: may(bigint, text); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.may(organization_id bigint, wanted text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  select exists (
    select from council.account a
    join council.permission p on p.account_id = a.id and p.valid @> current_date
    join council.role_right r on r.role = p.role and r."right" = may.wanted
    where a.login = council.invoker() and not a.locked
      and (p.organization_id is null or p.organization_id = may.organization_id))
$$;


ALTER FUNCTION council.may(organization_id bigint, wanted text) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION may(organization_id bigint, wanted text); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.may(organization_id bigint, wanted text) IS 'Has the asking account this right in this organization (NULL: everywhere)?';


--
-- Name: micros(timestamp with time zone); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.micros(at timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
begin
  return (extract(epoch from at) operator(pg_catalog.*) 1000000)::bigint;
end
$$;


ALTER FUNCTION council.micros(at timestamp with time zone) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION micros(at timestamp with time zone); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.micros(at timestamp with time zone) IS 'Microseconds since 1970-01-01 UTC.';


--
-- Name: open_sitting(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.open_sitting(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  insert into council.sitting (meeting_id, opened_at, chair_id, legal)
  values (e.meeting_id, e.at, e.person_id, e.legal)
  on conflict (meeting_id) do update set opened_at = coalesce(sitting.opened_at, excluded.opened_at),
    closed_at = null, chair_id = excluded.chair_id, legal = excluded.legal;
  perform council.lay_agenda(e.meeting_id);
  perform council.start_interval(e, p, null) from unnest(e.persons) p;
end
$$;


ALTER FUNCTION council.open_sitting(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: organization_rule(bigint, text, date); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.organization_rule(organization_id bigint, key text, on_date date) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  select coalesce(
    council.rule_value(b.rule_set_id, organization_rule.key || '.' || o.classification, on_date),
    council.rule_value(b.rule_set_id, organization_rule.key, on_date))
  from council.organization o join council.body b on b.id = o.body_id
  where o.id = organization_rule.organization_id
$$;


ALTER FUNCTION council.organization_rule(organization_id bigint, key text, on_date date) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION organization_rule(organization_id bigint, key text, on_date date); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.organization_rule(organization_id bigint, key text, on_date date) IS 'The rule for an organization on a date; NULL: none.';


--
-- Name: organizations_with(text); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.organizations_with(wanted text) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  select case when bool_or(p.organization_id is null)
    then (select coalesce(array_agg(o.id), '{}') from council.organization o)
    else coalesce(array_agg(distinct p.organization_id), '{}') end
  from council.account a
  join council.permission p on p.account_id = a.id and p.valid @> current_date
  join council.role_right r on r.role = p.role and r."right" = wanted
  where a.login = council.invoker() and not a.locked
$$;


ALTER FUNCTION council.organizations_with(wanted text) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION organizations_with(wanted text); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.organizations_with(wanted text) IS 'Organizations in which the asking account has a right today.';


--
-- Name: pen_lease(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.pen_lease() RETURNS interval
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN '00:01:00'::interval;


ALTER FUNCTION council.pen_lease() OWNER TO ratstisch_owner;

--
-- Name: FUNCTION pen_lease(); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.pen_lease() IS 'How long the pen stays without a sign of life.';


--
-- Name: permission_changed(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.permission_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  perform council.sync_login(a.login) from council.account a
  where a.id = case when tg_op = 'DELETE' then old.account_id else new.account_id end;
  return null;
end
$$;


ALTER FUNCTION council.permission_changed() OWNER TO ratstisch_owner;

--
-- Name: place_item(bigint, uuid, uuid); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.place_item(meeting_id bigint, moved uuid, behind uuid) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  with others as (
    select s.item_id, row_number() over (order by s.position, s.item_id) as place
    from council.item_state s where s.meeting_id = place_item.meeting_id and s.item_id <> moved),
  ordered as (
    select item_id, place * 2 as place from others
    union all
    select moved, coalesce((select place * 2 + 1 from others where item_id = behind), 1)),
  numbered as (select item_id, row_number() over (order by place) as place from ordered)
  update council.item_state s set position = n.place
  from numbered n where n.item_id = s.item_id and s.position <> n.place
$$;


ALTER FUNCTION council.place_item(meeting_id bigint, moved uuid, behind uuid) OWNER TO ratstisch_owner;

--
-- Name: project_ballots(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.project_ballots(e council.meeting_event) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  insert into council.vote (event_id, person_id, option)
  select e.event_id, p.person_id,
    case substr(e.choices, p.n::integer, 1) when 'J' then 'yes' when 'N' then 'no' when 'E' then 'abstain'
      else 'not voting' end
  from unnest(e.persons) with ordinality as p (person_id, n)
  where e.mode = 'rollcall';
  insert into council.vote_count (event_id, position, group_name, yes, no, abstain)
  select e.event_id, l.n, l.label, e.counts[3 * l.n - 2], e.counts[3 * l.n - 1], e.counts[3 * l.n]
  from unnest(e.labels) with ordinality as l (label, n);
$$;


ALTER FUNCTION council.project_ballots(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: project_election(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.project_election(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  perform council.touch_item(e.item_id);
  if e.kind = 'election' then
    insert into council.election (event_id, meeting_id, item_id, seq, slot, round, mode, labels, counts, no,
      abstain, invalid, legal, entitled, present, outcome, elected, note)
    values (e.event_id, e.meeting_id, e.item_id, e.seq, coalesce(e.slot, 'round'), coalesce(e.number, ''),
      coalesce(e.mode, ''), coalesce(e.labels, '{}'), coalesce(e.counts, '{}'), coalesce(e.no, 0),
      coalesce(e.abstain, 0), coalesce(e.invalid, 0), e.legal, e.entitled, e.present,
      coalesce(e.outcome, ''), coalesce(e.text, ''), coalesce(e.note, ''));
  else
    insert into council.seat_allocation (event_id, meeting_id, item_id, method, seats, labels, counts,
      distribution, outcome)
    values (e.event_id, e.meeting_id, e.item_id, coalesce(e.mode, ''), coalesce(e.entitled, 0),
      coalesce(e.labels, '{}'), coalesce(e.counts, '{}'), coalesce(e.text, ''), coalesce(e.outcome, ''));
  end if;
  update council.item_state set result = nullif(e.outcome, ''), result_event_id = e.event_id, referred_to_id = null
  where item_id = e.item_id;
end
$$;


ALTER FUNCTION council.project_election(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: project_event(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.project_event(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  if e.kind = 'undo' then
    perform council.rebuild_projections(e.meeting_id);
    return;
  end if;
  perform council.project_one(e);
  if e.kind in ('open', 'close', 'item_add', 'item_public') then
    perform council.settle_meeting(e.meeting_id);
  end if;
end
$$;


ALTER FUNCTION council.project_event(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION project_event(e council.meeting_event); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.project_event(e council.meeting_event) IS 'Applies a new event to the projections.';


--
-- Name: project_item(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.project_item(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  if e.kind = 'item_add' then
    perform council.add_item(e);
  else
    perform council.touch_item(e.item_id);
  end if;
  case e.kind
    when 'item_call' then
      perform council.end_open_item(e);
      update council.item_state set state = 'called', called = called + 1, ended_at = null,
        started_at = coalesce(started_at, e.at)
      where item_id = e.item_id;
      insert into council.sitting (meeting_id, open_item_id) values (e.meeting_id, e.item_id)
      on conflict (meeting_id) do update set open_item_id = excluded.open_item_id;
    when 'item_end' then
      perform council.end_open_item(e);
    when 'item_withdraw' then
      update council.item_state set state = 'withdrawn', result = 'removed', result_event_id = e.event_id
      where item_id = e.item_id;
    when 'item_move' then
      perform council.place_item(e.meeting_id, e.item_id, nullif(e.slot::text, '')::uuid);
    when 'item_public' then
      update council.item_state set public = e.flag where item_id = e.item_id;
    when 'mark' then
      update council.item_state set marked = coalesce(e.flag, true), mark_note = coalesce(e.note, '')
      where item_id = e.item_id;
    when 'result' then
      update council.item_state set result = e.outcome, result_event_id = e.event_id,
        referred_to_id = e.organization_id
      where item_id = e.item_id;
    else null;
  end case;
end
$$;


ALTER FUNCTION council.project_item(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: project_one(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.project_one(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  if e.kind in ('open', 'close', 'pause', 'resume', 'part', 'quorum', 'release') then
    perform council.project_sitting(e);
  elsif e.kind in ('arrive', 'depart', 'substitute', 'substitute_end', 'guest', 'conflict', 'conflict_end',
    'item_absent') then
    perform council.project_presence(e);
  elsif e.kind in ('item_call', 'item_end', 'item_add', 'item_withdraw', 'item_move', 'item_public', 'result')
    or e.kind = 'mark' and e.item_id is not null then
    perform council.project_item(e);
  elsif e.kind = 'vote' then
    perform council.project_vote(e);
  elsif e.kind in ('election', 'seats') then
    perform council.project_election(e);
  elsif e.kind in ('text', 'amendment', 'speaker', 'task', 'wording') then
    perform council.project_words(e);
  end if;
end
$$;


ALTER FUNCTION council.project_one(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: project_presence(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.project_presence(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  is_open boolean := exists (select from council.sitting s
    where s.meeting_id = e.meeting_id and s.opened_at is not null);
begin
  case e.kind
    when 'arrive' then
      if is_open then
        perform council.start_interval(e, e.person_id, null);
      else
        delete from council.announced_absence a where a.meeting_id = e.meeting_id and a.person_id = e.person_id;
      end if;
    when 'depart' then
      if is_open then
        perform council.end_interval(e, e.person_id);
      else
        perform council.announce_absence(e);
      end if;
    when 'substitute' then
      perform council.end_interval(e, e.other_person_id);
      perform council.end_interval(e, e.person_id);
      perform council.start_interval(e, e.person_id, e.other_person_id);
    when 'substitute_end' then
      perform council.end_interval(e, e.person_id);
    when 'guest' then
      insert into council.guest (event_id, meeting_id, item_id, kind, name, at)
      values (e.event_id, e.meeting_id, e.item_id, coalesce(e.slot, 'guest'), coalesce(e.text, ''), e.at);
    when 'conflict', 'item_absent' then
      insert into council.item_absence (event_id, meeting_id, item_id, person_id, kind, since,
        stays_in_public_area, note)
      select e.event_id, e.meeting_id, e.item_id, e.person_id, e.kind, e.at, e.flag, coalesce(e.note, '');
    when 'conflict_end' then
      update council.item_absence a set until = e.at
      where a.meeting_id = e.meeting_id and a.item_id = e.item_id and a.person_id = e.person_id
        and a.kind = 'conflict' and a.until is null;
  end case;
end
$$;


ALTER FUNCTION council.project_presence(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: project_sitting(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.project_sitting(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  case e.kind
    when 'open' then perform council.open_sitting(e);
    when 'close' then perform council.close_sitting(e);
    when 'pause' then update council.sitting set paused = true where meeting_id = e.meeting_id;
    when 'resume' then update council.sitting set paused = false where meeting_id = e.meeting_id;
    when 'part' then
      update council.sitting set public_part = coalesce(e.flag, true) where meeting_id = e.meeting_id;
    when 'quorum' then
      insert into council.quorum_check (event_id, meeting_id, seq, at, slot, person_id, legal, present, outcome)
      values (e.event_id, e.meeting_id, e.seq, e.at, coalesce(e.slot, 'count'), e.person_id, e.legal,
        e.present, e.outcome);
    when 'release' then
      insert into council.projector (meeting_id, item_id, slot, event_id)
      values (e.meeting_id, e.item_id, coalesce(e.slot, 'blank'), e.event_id)
      on conflict (meeting_id) do update set item_id = excluded.item_id, slot = excluded.slot,
        event_id = excluded.event_id;
  end case;
end
$$;


ALTER FUNCTION council.project_sitting(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: project_vote(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.project_vote(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  amended_id uuid := (select a.event_id from council.amendment a where a.event_id = e.ref_event_id);
  repeated council.vote_event;
begin
  perform council.touch_item(e.item_id);
  select v.* into repeated from council.vote_event v where v.event_id = e.ref_event_id;
  insert into council.vote_event (event_id, meeting_id, item_id, seq, at, slot, number, mode, rule, outcome,
    legal, entitled, present, yes, no, abstain, invalid, amendment_id, repeats_id, subject, note)
  values (e.event_id, e.meeting_id, e.item_id, e.seq, e.at, e.slot, coalesce(e.number, ''), e.mode, e.rule,
    e.outcome, e.legal, e.entitled, e.present, e.yes, e.no, e.abstain, coalesce(e.invalid, 0),
    coalesce(amended_id, repeated.amendment_id), repeated.event_id, coalesce(e.text, ''), coalesce(e.note, ''));
  update council.vote_event set repeated_by_id = e.event_id where event_id = repeated.event_id;
  perform council.project_ballots(e);
  if e.slot = 'motion' then
    update council.item_state set result = e.outcome, result_event_id = e.event_id, referred_to_id = null
    where item_id = e.item_id;
  elsif e.slot = 'amendment' then
    update council.amendment set outcome = e.outcome where event_id = coalesce(amended_id, repeated.amendment_id);
  end if;
end
$$;


ALTER FUNCTION council.project_vote(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: project_words(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.project_words(e council.meeting_event) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  case e.kind
    when 'text' then
      insert into council.meeting_text (meeting_id, item_id, slot, person_id, text, event_id, at, author)
      values (e.meeting_id, e.item_id, coalesce(e.slot, 'course'), e.person_id, coalesce(e.text, ''),
        e.event_id, e.at, e.author)
      on conflict (meeting_id, item_id, slot, person_id) do update set text = excluded.text,
        event_id = excluded.event_id, at = excluded.at, author = excluded.author;
    when 'amendment' then
      insert into council.amendment (event_id, meeting_id, item_id, seq, person_id, organization_id, number, text)
      values (e.event_id, e.meeting_id, e.item_id, e.seq, e.person_id, e.organization_id,
        coalesce(e.number, ''), coalesce(e.text, ''));
    when 'speaker' then
      insert into council.speaker (event_id, meeting_id, item_id, seq, at, slot, person_id, name)
      values (e.event_id, e.meeting_id, e.item_id, e.seq, e.at, coalesce(e.slot, 'request'), e.person_id,
        coalesce(e.text, ''));
    when 'task' then
      insert into council.task (event_id, meeting_id, item_id, seq, office, text, due)
      values (e.event_id, e.meeting_id, e.item_id, e.seq, coalesce(e.number, ''), coalesce(e.text, ''), e.due);
    when 'wording' then
      update council.vote_event set wording = e.text, wording_note = e.note where event_id = e.ref_event_id;
  end case;
end
$$;


ALTER FUNCTION council.project_words(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: projection_digests(bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.projection_digests(meeting_id bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $_$
declare
  t text;
  digest text;
  result jsonb := '{}';
begin
  foreach t in array council.projection_tables() loop
    execute format('select md5(coalesce(string_agg(x::text, E''\n'' order by x::text collate "C"), ''''))
      from council.%I x where x.meeting_id = $1', t) into digest using projection_digests.meeting_id;
    result := result || jsonb_build_object(t, digest);
  end loop;
  foreach t in array array['vote', 'vote_count'] loop
    execute format('select md5(coalesce(string_agg(x::text, E''\n'' order by x::text collate "C"), ''''))
      from council.%I x join council.vote_event v using (event_id) where v.meeting_id = $1', t)
    into digest using projection_digests.meeting_id;
    result := result || jsonb_build_object(t, digest);
  end loop;
  select md5(coalesce(string_agg(concat_ws(' ', i.id, i.held_public, i.void), E'\n' order by i.id), ''))
  into digest from council.agenda_item i where i.meeting_id = projection_digests.meeting_id;
  return result || jsonb_build_object('agenda_item', digest);
end
$_$;


ALTER FUNCTION council.projection_digests(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: projection_tables(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.projection_tables() RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN ARRAY['sitting'::text, 'item_state'::text, 'attendance'::text, 'announced_absence'::text, 'item_absence'::text, 'guest'::text, 'vote_event'::text, 'election'::text, 'seat_allocation'::text, 'amendment'::text, 'meeting_text'::text, 'speaker'::text, 'task'::text, 'quorum_check'::text, 'projector'::text];


ALTER FUNCTION council.projection_tables() OWNER TO ratstisch_owner;

--
-- Name: FUNCTION projection_tables(); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.projection_tables() IS 'Tables that a rebuild empties and fills; vote and vote_count follow vote_event.';


--
-- Name: rebuild_projections(bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.rebuild_projections(meeting_id bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $_$
declare
  t text;
  e council.meeting_event;
begin
  foreach t in array council.projection_tables() loop
    execute format('delete from council.%I where meeting_id = $1', t) using rebuild_projections.meeting_id;
  end loop;
  for e in
    select v.* from council.meeting_event v
    where v.meeting_id = rebuild_projections.meeting_id and v.kind <> 'undo'
      and v.event_id not in (select council.undone_events(rebuild_projections.meeting_id))
    order by v.seq
  loop
    perform council.project_one(e);
  end loop;
  perform council.settle_meeting(rebuild_projections.meeting_id);
end
$_$;


ALTER FUNCTION council.rebuild_projections(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION rebuild_projections(meeting_id bigint); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.rebuild_projections(meeting_id bigint) IS 'Empties the projections of a meeting and folds its ledger again.';


--
-- Name: rebuilt_digests(bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.rebuilt_digests(meeting_id bigint) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  result jsonb;
begin
  begin
    perform council.rebuild_projections(rebuilt_digests.meeting_id);
    result := council.projection_digests(rebuilt_digests.meeting_id);
    raise exception using errcode = 'RT000';
  exception
    when sqlstate 'RT000' then null;
  end;
  return result;
end
$$;


ALTER FUNCTION council.rebuilt_digests(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: refresh_meeting(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.refresh_meeting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  update council.meeting set organization_id = organization_id
  where id = case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
  return null;
end
$$;


ALTER FUNCTION council.refresh_meeting() OWNER TO ratstisch_owner;

--
-- Name: refuse_change(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  raise exception using errcode = 'RT002', message = 'dieser Eintrag kann nicht mehr geändert werden',
    detail = format('In "%s" wird nur angefügt.', tg_table_name),
    hint = 'Berichtigen Sie durch einen weiteren Eintrag.';
end
$$;


ALTER FUNCTION council.refuse_change() OWNER TO ratstisch_owner;

--
-- Name: refuse_signed(council.meeting); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.refuse_signed(m council.meeting) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  if m.state = 'signed' then
    raise exception using errcode = 'RT002', message = 'die Niederschrift ist unterschrieben',
      detail = format('Das Buch der Sitzung %s ist geschlossen.', m.id),
      hint = 'Berichtigungen sind Einwendungen gegen die Niederschrift.';
  end if;
end
$$;


ALTER FUNCTION council.refuse_signed(m council.meeting) OWNER TO ratstisch_owner;

--
-- Name: require_right(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.require_right() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  if row_security_active(tg_relid) and council.organizations_with(tg_argv[0]) = '{}' then
    raise exception using errcode = 'RT003', message = 'dazu fehlt Ihnen das Recht',
      detail = format('Konto "%s", Recht "%s".', council.invoker(), tg_argv[0]),
      hint = 'Die Verwaltung des Programms vergibt Rechte.';
  end if;
  return null;
end
$$;


ALTER FUNCTION council.require_right() OWNER TO ratstisch_owner;

--
-- Name: rule_value(bigint, text, date); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.rule_value(rule_set_id bigint, key text, on_date date) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  with recursive chain (id, parent_id, depth) as (
    select s.id, s.parent_id, 1 from council.rule_set s where s.id = rule_value.rule_set_id
    union all
    select s.id, s.parent_id, c.depth + 1 from council.rule_set s join chain c on s.id = c.parent_id
    where c.depth < 10)
  select r.value from chain c join council.rule r on r.rule_set_id = c.id
  where r.key = rule_value.key and r.valid @> rule_value.on_date
  order by c.depth limit 1
$$;


ALTER FUNCTION council.rule_value(rule_set_id bigint, key text, on_date date) OWNER TO ratstisch_owner;

--
-- Name: FUNCTION rule_value(rule_set_id bigint, key text, on_date date); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.rule_value(rule_set_id bigint, key text, on_date date) IS 'The rule of that date, from the rule set or its parents; NULL: none.';


--
-- Name: settle_meeting(bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.settle_meeting(meeting_id bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  last_word text;
begin
  update council.agenda_item i set held_public = l.held, void = l.void
  from (select a.id,
      (select e.flag from council.meeting_event e where e.meeting_id = a.meeting_id and e.item_id = a.id
        and e.kind = 'item_public' and e.event_id not in (select council.undone_events(a.meeting_id))
        order by e.seq desc limit 1) as held,
      a.origin = 'meeting' and not exists (select from council.meeting_event e
        where e.meeting_id = a.meeting_id and e.item_id = a.id and e.kind = 'item_add'
          and e.event_id not in (select council.undone_events(a.meeting_id))) as void
    from council.agenda_item a where a.meeting_id = settle_meeting.meeting_id) l
  where l.id = i.id and (i.held_public, i.void) is distinct from (l.held, l.void);
  select e.kind into last_word from council.meeting_event e
  where e.meeting_id = settle_meeting.meeting_id and e.kind in ('open', 'close')
    and e.event_id not in (select council.undone_events(settle_meeting.meeting_id))
  order by e.seq desc limit 1;
  last_word := case last_word when 'open' then 'running' when 'close' then 'closed' end;
  update council.meeting m set state = coalesce(last_word, 'invited')
  where m.id = settle_meeting.meeting_id and m.state <> 'signed'
    and m.state <> coalesce(last_word, case m.state when 'planned' then 'planned' else 'invited' end);
end
$$;


ALTER FUNCTION council.settle_meeting(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: spread_organizations(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.spread_organizations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  update council.agenda_item set organizations = new.organizations
  where meeting_id = new.id and organizations <> new.organizations;
  return null;
end
$$;


ALTER FUNCTION council.spread_organizations() OWNER TO ratstisch_owner;

--
-- Name: stamp_row(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.stamp_row() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
begin
  new.version := case when tg_op = 'UPDATE' then old.version + 1 else 1 end;
  new.changed_at := clock_timestamp();
  new.changed_by := council.invoker();
  return new;
end
$$;


ALTER FUNCTION council.stamp_row() OWNER TO ratstisch_owner;

--
-- Name: start_interval(council.meeting_event, bigint, bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.start_interval(e council.meeting_event, person bigint, substitute_for bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  insert into council.attendance (meeting_id, person_id, since_seq, since, substitute_for_id, item_from)
  select e.meeting_id, person, e.seq, e.at, substitute_for, s.open_item_id
  from council.sitting s
  where s.meeting_id = e.meeting_id and s.opened_at is not null
    and not exists (select from council.attendance a
      where a.meeting_id = e.meeting_id and a.person_id = person and a.until is null)
$$;


ALTER FUNCTION council.start_interval(e council.meeting_event, person bigint, substitute_for bigint) OWNER TO ratstisch_owner;

--
-- Name: store_event(council.meeting_event); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.store_event(e council.meeting_event) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  last record;
begin
  select l.seq, l.hash into last from council.meeting_event l
  where l.meeting_id = e.meeting_id order by l.seq desc limit 1;
  e.seq := coalesce(last.seq, 0) + 1;
  e.prev_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  e.author := council.invoker();
  e.received_at := clock_timestamp();
  e.hash := council.event_hash(e);
  insert into council.meeting_event select e.*;
  perform council.project_event(e);
  perform pg_notify('ratstisch_meeting', e.meeting_id || ':' || e.seq);
  return e.seq;
end
$$;


ALTER FUNCTION council.store_event(e council.meeting_event) OWNER TO ratstisch_owner;

--
-- Name: sync_login(text); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.sync_login(login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
declare
  found_role pg_catalog.pg_roles;
  group_role text;
  wanted text[];
begin
  select * into found_role from pg_catalog.pg_roles r where r.rolname = sync_login.login;
  if not found then
    execute format('create role %I login', sync_login.login);
  elsif found_role.rolsuper or found_role.rolcreaterole or found_role.rolbypassrls then
    raise exception using errcode = 'RT003', message = 'dieser Name kann kein Konto sein',
      detail = format('Die Rolle "%s" hat Vorrechte am Datenbankserver.', sync_login.login),
      hint = 'Wählen Sie einen anderen Anmeldenamen.';
  end if;
  execute format('alter role %I %s', sync_login.login,
    case when (select not a.locked from council.account a where a.login = sync_login.login) then 'login' else 'nologin' end);
  select coalesce(array_agg(distinct 'ratstisch_' || p.role), '{}') || array['ratstisch_public'] into wanted
  from council.account a join council.permission p on p.account_id = a.id
  where a.login = sync_login.login and not a.locked;
  foreach group_role in array array['ratstisch_public', 'ratstisch_reader', 'ratstisch_typist',
    'ratstisch_minute_taker', 'ratstisch_fee_clerk', 'ratstisch_migration_clerk', 'ratstisch_administrator']
  loop
    if group_role = any (wanted) then
      if not exists (select from pg_catalog.pg_auth_members m
        where m.roleid = group_role::regrole and m.member = quote_ident(sync_login.login)::regrole) then
        execute format('grant %I to %I', group_role, sync_login.login);
      end if;
    elsif exists (select from pg_catalog.pg_auth_members m
      where m.roleid = group_role::regrole and m.member = quote_ident(sync_login.login)::regrole) then
      execute format('revoke %I from %I', group_role, sync_login.login);
    end if;
  end loop;
end
$$;


ALTER FUNCTION council.sync_login(login text) OWNER TO ratstisch_owner;

--
-- Name: touch_item(uuid); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.touch_item(item_id uuid) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  insert into council.item_state (item_id, meeting_id, position, public)
  select i.id, i.meeting_id, i.position, i.public from council.agenda_item i where i.id = touch_item.item_id
  on conflict (item_id) do nothing
$$;


ALTER FUNCTION council.touch_item(item_id uuid) OWNER TO ratstisch_owner;

--
-- Name: undone_events(bigint); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.undone_events(meeting_id bigint) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$
  select u.ref_event_id from council.meeting_event u
  where u.meeting_id = undone_events.meeting_id and u.kind = 'undo'
$$;


ALTER FUNCTION council.undone_events(meeting_id bigint) OWNER TO ratstisch_owner;

--
-- Name: visible_organizations(); Type: FUNCTION; Schema: council; Owner: ratstisch_owner
--

CREATE FUNCTION council.visible_organizations() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'council', 'pg_temp'
    AS $$ select council.organizations_with('read_nonpublic') $$;


ALTER FUNCTION council.visible_organizations() OWNER TO ratstisch_owner;

--
-- Name: FUNCTION visible_organizations(); Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON FUNCTION council.visible_organizations() IS 'Organizations whose non-public items the asking account may see.';


--
-- Name: ~~~; Type: OPERATOR; Schema: council; Owner: postgres
--

CREATE OPERATOR council.~~~ (
    FUNCTION = council.matches_pattern,
    LEFTARG = text,
    RIGHTARG = text,
    RESTRICT = likesel,
    JOIN = likejoinsel
);


ALTER OPERATOR council.~~~ (text, text) OWNER TO postgres;

--
-- Name: OPERATOR ~~~ (text, text); Type: COMMENT; Schema: council; Owner: postgres
--

COMMENT ON OPERATOR council.~~~ (text, text) IS 'Folded text matches a pattern of council.like_pattern.';


--
-- Name: gin_folded_ops; Type: OPERATOR FAMILY; Schema: council; Owner: postgres
--

CREATE OPERATOR FAMILY council.gin_folded_ops USING gin;
ALTER OPERATOR FAMILY council.gin_folded_ops USING gin ADD
    OPERATOR 3 council.~~~(text,text) ,
    FUNCTION 1 (text, text) btint4cmp(integer,integer) ,
    FUNCTION 4 (text, text) council.gin_trgm_consistent(internal,smallint,text,integer,internal,internal,internal,internal) ,
    FUNCTION 6 (text, text) council.gin_trgm_triconsistent(internal,smallint,text,integer,internal,internal,internal);


ALTER OPERATOR FAMILY council.gin_folded_ops USING gin OWNER TO postgres;

--
-- Name: gin_folded_ops; Type: OPERATOR CLASS; Schema: council; Owner: postgres
--

CREATE OPERATOR CLASS council.gin_folded_ops
    FOR TYPE text USING gin FAMILY council.gin_folded_ops AS
    STORAGE integer ,
    FUNCTION 2 (text, text) council.gin_extract_value_trgm(text,internal) ,
    FUNCTION 3 (text, text) council.gin_extract_query_trgm(text,internal,smallint,internal,internal,internal,internal);


ALTER OPERATOR CLASS council.gin_folded_ops USING gin OWNER TO postgres;

--
-- Name: agenda_item; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.agenda_item (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    meeting_id bigint NOT NULL,
    organizations bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    number council.word DEFAULT ''::text NOT NULL COLLATE council.german_number,
    "position" integer NOT NULL,
    title council.line NOT NULL COLLATE council.german,
    public boolean DEFAULT true NOT NULL,
    held_public boolean,
    is_public boolean GENERATED ALWAYS AS (COALESCE(held_public, public)) STORED NOT NULL,
    origin text DEFAULT 'planned'::text NOT NULL,
    void boolean DEFAULT false NOT NULL,
    standard boolean DEFAULT false NOT NULL,
    reference council.word DEFAULT ''::text NOT NULL COLLATE council.german_number,
    paper_title council.line DEFAULT ''::text NOT NULL,
    proposed_text council.prose DEFAULT ''::text NOT NULL,
    rule council.word DEFAULT 'simple'::text NOT NULL,
    previous council.prose DEFAULT ''::text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    search text GENERATED ALWAYS AS (council.fold_text((((((((number)::text || ' '::text) || (reference)::text) || ' '::text) || (title)::text) || ' '::text) || (paper_title)::text))) STORED,
    CONSTRAINT agenda_item_check CHECK (((origin = 'meeting'::text) OR (NOT void))),
    CONSTRAINT agenda_item_origin_check CHECK ((origin = ANY (ARRAY['planned'::text, 'meeting'::text]))),
    CONSTRAINT agenda_item_position_check CHECK ((("position" >= 0) AND ("position" <= 100000))),
    CONSTRAINT agenda_item_rule_check CHECK (((rule)::text ~ '^(simple|members|two-thirds-members|three-quarters-members|two-thirds-valid|unanimous|>=?[0-9]{1,4}/[0-9]{1,4}:(valid|present|members))$'::text)),
    CONSTRAINT agenda_item_title_check CHECK (((title)::text <> ''::text))
);


ALTER TABLE council.agenda_item OWNER TO ratstisch_owner;

--
-- Name: TABLE agenda_item; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.agenda_item IS 'An item as it is planned; what became of it at the table is council.item_state.';


--
-- Name: COLUMN agenda_item.organizations; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.agenda_item.organizations IS 'Copy of meeting.organizations, so that the policy needs no other table.';


--
-- Name: COLUMN agenda_item.held_public; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.agenda_item.held_public IS 'Part to which the body switched the item at the table (from the ledger).';


--
-- Name: COLUMN agenda_item.is_public; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.agenda_item.is_public IS 'The part that counts now; row-level security reads it.';


--
-- Name: COLUMN agenda_item.origin; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.agenda_item.origin IS 'meeting: added at the table by an event.';


--
-- Name: COLUMN agenda_item.void; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.agenda_item.void IS 'Added at the table by an event that was undone.';


--
-- Name: COLUMN agenda_item.reference; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.agenda_item.reference IS 'Number of the paper (Drucksache).';


--
-- Name: COLUMN agenda_item.previous; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.agenda_item.previous IS 'Previous consultations, one per line.';


--
-- Name: agenda_version_item; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.agenda_version_item (
    meeting_id bigint NOT NULL,
    version integer NOT NULL,
    item_id uuid NOT NULL,
    number council.word NOT NULL,
    "position" integer NOT NULL,
    title council.line NOT NULL,
    public boolean NOT NULL
);


ALTER TABLE council.agenda_version_item OWNER TO ratstisch_owner;

--
-- Name: TABLE agenda_version_item; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.agenda_version_item IS 'Items of a sent agenda, as they were then; never changed.';


--
-- Name: item_state; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.item_state (
    item_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    "position" integer NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    public boolean NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    called integer DEFAULT 0 NOT NULL,
    result text,
    result_event_id uuid,
    referred_to_id bigint,
    marked boolean DEFAULT false NOT NULL,
    mark_note council.prose DEFAULT ''::text NOT NULL,
    CONSTRAINT item_state_result_check CHECK ((result = ANY (ARRAY['adopted'::text, 'rejected'::text, 'noted'::text, 'deferred'::text, 'referred'::text, 'withdrawn'::text, 'settled'::text, 'removed'::text, 'elected'::text, 'runoff'::text, 'lot'::text, 'not_elected'::text, 'allocated'::text]))),
    CONSTRAINT item_state_state_check CHECK ((state = ANY (ARRAY['open'::text, 'called'::text, 'done'::text, 'withdrawn'::text])))
);


ALTER TABLE council.item_state OWNER TO ratstisch_owner;

--
-- Name: TABLE item_state; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.item_state IS 'The agenda as held: order, state, times and result of each item.';


--
-- Name: agenda_item; Type: VIEW; Schema: api; Owner: ratstisch_owner
--

CREATE VIEW api.agenda_item WITH (security_invoker='true') AS
 SELECT i.id,
    i.meeting_id,
    i.number,
    i."position",
    i.title,
    i.is_public AS public,
    i.reference,
    i.paper_title,
    i.standard,
    COALESCE(s.state, 'open'::text) AS state,
    s."position" AS held_position,
    s.started_at,
    s.ended_at,
    s.result,
    api.code_label('result'::text, s.result) AS result_label,
    COALESCE((NOT (EXISTS ( SELECT
           FROM council.agenda_version_item v
          WHERE ((v.item_id = i.id) AND (v.version = 1))))), false) AS supplemented,
    i.search
   FROM (council.agenda_item i
     LEFT JOIN council.item_state s ON ((s.item_id = i.id)))
  WHERE (NOT i.void);


ALTER TABLE api.agenda_item OWNER TO ratstisch_owner;

--
-- Name: VIEW agenda_item; Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON VIEW api.agenda_item IS 'Agenda items that the asker may see, as planned and as held.';


--
-- Name: attendance; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.attendance (
    meeting_id bigint NOT NULL,
    person_id bigint NOT NULL,
    since_seq bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    substitute_for_id bigint,
    item_from uuid,
    item_until uuid,
    note council.prose DEFAULT ''::text NOT NULL
);


ALTER TABLE council.attendance OWNER TO ratstisch_owner;

--
-- Name: TABLE attendance; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.attendance IS 'Intervals of presence, one row each; until NULL: still present.';


--
-- Name: COLUMN attendance.item_from; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.attendance.item_from IS 'Item that was open; readable through api.attendance_items only.';


--
-- Name: person; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.person (
    id bigint NOT NULL,
    body_id bigint NOT NULL,
    family_name council.line NOT NULL,
    given_name council.line DEFAULT ''::text NOT NULL,
    particle council.word DEFAULT ''::text NOT NULL,
    title council.word DEFAULT ''::text NOT NULL,
    form_of_address council.word DEFAULT ''::text NOT NULL,
    gender text DEFAULT ''::text NOT NULL,
    abbreviation council.word DEFAULT ''::text NOT NULL,
    email council.line DEFAULT ''::text NOT NULL,
    phone council.word DEFAULT ''::text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    name text GENERATED ALWAYS AS ((((family_name)::text ||
CASE
    WHEN ((given_name)::text <> ''::text) THEN (', '::text || (given_name)::text)
    ELSE ''::text
END) ||
CASE
    WHEN ((particle)::text <> ''::text) THEN (' '::text || (particle)::text)
    ELSE ''::text
END)) STORED NOT NULL COLLATE council.german,
    search text GENERATED ALWAYS AS (council.fold_text((((((((((((title)::text || ' '::text) || (given_name)::text) || ' '::text) || (particle)::text) || ' '::text) || (family_name)::text) || ' '::text) || (abbreviation)::text) || ' '::text) || (given_name)::text))) STORED,
    CONSTRAINT person_abbreviation_check CHECK (((abbreviation)::text ~ '^[[:alnum:]äöüß]*$'::text)),
    CONSTRAINT person_email_check CHECK ((((email)::text = ''::text) OR ((email)::text ~ '^[^@\s]+@[^@\s]+$'::text))),
    CONSTRAINT person_family_name_check CHECK (((family_name)::text <> ''::text)),
    CONSTRAINT person_gender_check CHECK ((gender = ANY (ARRAY[''::text, 'female'::text, 'male'::text, 'diverse'::text])))
);


ALTER TABLE council.person OWNER TO ratstisch_owner;

--
-- Name: TABLE person; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.person IS 'A person; people are never deleted while a record names them.';


--
-- Name: COLUMN person.particle; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.person.particle IS 'Part of the name before the family name that does not sort: von, van der.';


--
-- Name: COLUMN person.form_of_address; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.person.form_of_address IS 'Frau, Herr or empty: how the minutes speak of the person.';


--
-- Name: COLUMN person.abbreviation; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.person.abbreviation IS 'Letters under which the meeting table finds the person (kra).';


--
-- Name: COLUMN person.name; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.person.name IS 'Sorting form: family name, given name particle.';


--
-- Name: attendance; Type: VIEW; Schema: api; Owner: ratstisch_owner
--

CREATE VIEW api.attendance WITH (security_invoker='true') AS
 SELECT a.meeting_id,
    a.person_id,
    p.name AS person_name,
    a.since,
    a.until,
    a.substitute_for_id
   FROM (council.attendance a
     JOIN council.person p ON ((p.id = a.person_id)));


ALTER TABLE api.attendance OWNER TO ratstisch_owner;

--
-- Name: VIEW attendance; Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON VIEW api.attendance IS 'Intervals of presence.';


--
-- Name: location; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.location (
    id bigint NOT NULL,
    body_id bigint NOT NULL,
    name council.line NOT NULL COLLATE council.german,
    room council.line DEFAULT ''::text NOT NULL,
    street_address council.line DEFAULT ''::text NOT NULL,
    postal_code text DEFAULT ''::text NOT NULL,
    locality council.line DEFAULT ''::text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    search text GENERATED ALWAYS AS (council.fold_text((((((name)::text || ' '::text) || (room)::text) || ' '::text) || (street_address)::text))) STORED,
    CONSTRAINT location_name_check CHECK (((name)::text <> ''::text)),
    CONSTRAINT location_postal_code_check CHECK ((postal_code ~ '^([0-9]{5})?$'::text))
);


ALTER TABLE council.location OWNER TO ratstisch_owner;

--
-- Name: TABLE location; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.location IS 'Where meetings take place (OParl Location).';


--
-- Name: organization; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.organization (
    id bigint NOT NULL,
    body_id bigint NOT NULL,
    parent_id bigint,
    name council.line NOT NULL COLLATE council.german,
    short_name council.word NOT NULL,
    classification text NOT NULL,
    legal_membership integer DEFAULT 0 NOT NULL,
    kind_of_minutes text DEFAULT 'results'::text NOT NULL,
    vote_by_group boolean DEFAULT false NOT NULL,
    head_of_minutes council.prose DEFAULT ''::text NOT NULL,
    closing_of_minutes council.prose DEFAULT ''::text NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    search text GENERATED ALWAYS AS (council.fold_text((((short_name)::text || ' '::text) || (name)::text))) STORED,
    CONSTRAINT organization_check CHECK ((parent_id IS DISTINCT FROM id)),
    CONSTRAINT organization_classification_check CHECK ((classification = ANY (ARRAY['council'::text, 'committee'::text, 'borough'::text, 'group'::text, 'office'::text, 'other'::text]))),
    CONSTRAINT organization_kind_of_minutes_check CHECK ((kind_of_minutes = ANY (ARRAY['results'::text, 'course'::text, 'verbatim'::text]))),
    CONSTRAINT organization_legal_membership_check CHECK (((legal_membership >= 0) AND (legal_membership <= 1000))),
    CONSTRAINT organization_name_check CHECK (((name)::text <> ''::text)),
    CONSTRAINT organization_short_name_check CHECK (((short_name)::text <> ''::text)),
    CONSTRAINT organization_sort_order_check CHECK (((sort_order >= 0) AND (sort_order <= 100000))),
    CONSTRAINT organization_valid_check CHECK ((NOT isempty(valid)))
);


ALTER TABLE council.organization OWNER TO ratstisch_owner;

--
-- Name: TABLE organization; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.organization IS 'Council, committee, borough council, group (Fraktion), office (Amt) or other body.';


--
-- Name: COLUMN organization.legal_membership; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.organization.legal_membership IS 'Gesetzliche Mitgliederzahl; 0 where there is none.';


--
-- Name: COLUMN organization.vote_by_group; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.organization.vote_by_group IS 'The minutes name the groups for and against.';


--
-- Name: COLUMN organization.head_of_minutes; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.organization.head_of_minutes IS 'Text at the head of the minutes.';


--
-- Name: COLUMN organization.closing_of_minutes; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.organization.closing_of_minutes IS 'Standard sentence at the end of the minutes.';


--
-- Name: meeting; Type: VIEW; Schema: api; Owner: ratstisch_owner
--

CREATE VIEW api.meeting WITH (security_invoker='true') AS
 SELECT m.id,
    m.body_id,
    m.organization_id,
    o.name AS organization_name,
    o.short_name AS organization_short,
    m.number,
    m.name,
    m.state,
    api.code_label('meeting_state'::text, m.state) AS state_label,
    m.starts_at,
    m.ends_at,
    l.name AS location_name,
    l.room,
    m.search
   FROM ((council.meeting m
     JOIN council.organization o ON ((o.id = m.organization_id)))
     LEFT JOIN council.location l ON ((l.id = m.location_id)));


ALTER TABLE api.meeting OWNER TO ratstisch_owner;

--
-- Name: VIEW meeting; Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON VIEW api.meeting IS 'Meetings that the asker may see.';


--
-- Name: membership; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.membership (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    organization_id bigint NOT NULL,
    role text DEFAULT 'member'::text NOT NULL,
    voting_right boolean DEFAULT true NOT NULL,
    seat integer,
    sort_order integer DEFAULT 0 NOT NULL,
    on_behalf_of_id bigint,
    valid daterange NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT membership_advisory_has_no_vote CHECK (((NOT voting_right) OR (role <> ALL (ARRAY['advisory_citizen'::text, 'advisory_member'::text, 'minute_taker'::text, 'administration'::text])))),
    CONSTRAINT membership_role_check CHECK ((role = ANY (ARRAY['mayor'::text, 'chair'::text, 'deputy_chair'::text, 'member'::text, 'expert_citizen'::text, 'advisory_citizen'::text, 'advisory_member'::text, 'substitute'::text, 'minute_taker'::text, 'administration'::text]))),
    CONSTRAINT membership_seat_check CHECK (((seat >= 1) AND (seat <= 1000))),
    CONSTRAINT membership_sort_order_check CHECK (((sort_order >= 0) AND (sort_order <= 100000))),
    CONSTRAINT membership_valid_check CHECK ((NOT isempty(valid)))
);


ALTER TABLE council.membership OWNER TO ratstisch_owner;

--
-- Name: TABLE membership; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.membership IS 'Who sits where, from when to when; no overlap per person and organization.';


--
-- Name: COLUMN membership.role; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.membership.role IS 'expert_citizen: sachkundiger Bürger (votes); advisory_citizen: sachkundiger Einwohner; substitute: only in place of another.';


--
-- Name: COLUMN membership.on_behalf_of_id; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.membership.on_behalf_of_id IS 'Group (Fraktion) that the person sits for.';


--
-- Name: membership; Type: VIEW; Schema: api; Owner: ratstisch_owner
--

CREATE VIEW api.membership WITH (security_invoker='true') AS
 SELECT m.id,
    m.person_id,
    p.name AS person_name,
    m.organization_id,
    o.name AS organization_name,
    m.role,
    api.role_label(m.role, p.gender, (o.classification = 'council'::text)) AS role_label,
    m.voting_right,
    m.seat,
    m.sort_order,
    m.on_behalf_of_id,
    g.short_name AS group_short,
    lower(m.valid) AS valid_from,
    (upper(m.valid) - 1) AS valid_until
   FROM (((council.membership m
     JOIN council.person p ON ((p.id = m.person_id)))
     JOIN council.organization o ON ((o.id = m.organization_id)))
     LEFT JOIN council.organization g ON ((g.id = m.on_behalf_of_id)));


ALTER TABLE api.membership OWNER TO ratstisch_owner;

--
-- Name: VIEW membership; Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON VIEW api.membership IS 'Memberships with their labels; valid_until is the last day.';


--
-- Name: organization; Type: VIEW; Schema: api; Owner: ratstisch_owner
--

CREATE VIEW api.organization WITH (security_invoker='true') AS
 SELECT o.id,
    o.body_id,
    o.parent_id,
    o.name,
    o.short_name,
    o.classification,
    api.code_label('classification'::text, o.classification) AS classification_label,
    o.legal_membership,
    o.kind_of_minutes,
    lower(o.valid) AS valid_from,
    (upper(o.valid) - 1) AS valid_until,
    o.search
   FROM council.organization o;


ALTER TABLE api.organization OWNER TO ratstisch_owner;

--
-- Name: VIEW organization; Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON VIEW api.organization IS 'Organizations; valid_until is the last day.';


--
-- Name: person; Type: VIEW; Schema: api; Owner: ratstisch_owner
--

CREATE VIEW api.person WITH (security_invoker='true') AS
 SELECT p.id,
    p.name,
    p.family_name,
    p.given_name,
    p.particle,
    p.title,
    p.form_of_address,
    p.gender,
    p.abbreviation,
    concat_ws(' '::text, NULLIF((p.particle)::text, ''::text), p.family_name) AS spoken_family_name,
    concat_ws(' '::text, NULLIF((p.title)::text, ''::text), NULLIF((p.given_name)::text, ''::text), NULLIF((p.particle)::text, ''::text), p.family_name) AS full_name,
    concat_ws(' '::text, COALESCE(NULLIF((p.form_of_address)::text, ''::text), NULLIF((p.given_name)::text, ''::text)), NULLIF((p.title)::text, ''::text), NULLIF((p.particle)::text, ''::text), p.family_name) AS spoken,
    p.search
   FROM council.person p;


ALTER TABLE api.person OWNER TO ratstisch_owner;

--
-- Name: VIEW person; Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON VIEW api.person IS 'People with the forms of their names: full_name (Dr. Ina von Sommer), spoken (Frau Dr. von Sommer).';


--
-- Name: vote; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.vote (
    event_id uuid NOT NULL,
    person_id bigint NOT NULL,
    mode text DEFAULT 'rollcall'::text NOT NULL,
    option text NOT NULL,
    CONSTRAINT vote_mode_check CHECK ((mode = 'rollcall'::text)),
    CONSTRAINT vote_option_check CHECK ((option = ANY (ARRAY['yes'::text, 'no'::text, 'abstain'::text, 'not voting'::text])))
);


ALTER TABLE council.vote OWNER TO ratstisch_owner;

--
-- Name: TABLE vote; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.vote IS 'The vote of one person (Popolo Vote): roll calls only.';


--
-- Name: COLUMN vote.mode; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.vote.mode IS 'Always rollcall: the key to vote_event refuses a row below any other vote.';


--
-- Name: vote; Type: VIEW; Schema: api; Owner: ratstisch_owner
--

CREATE VIEW api.vote WITH (security_invoker='true') AS
 SELECT v.event_id AS vote_event_id,
    v.person_id,
    p.name AS person_name,
    v.option
   FROM (council.vote v
     JOIN council.person p ON ((p.id = v.person_id)));


ALTER TABLE api.vote OWNER TO ratstisch_owner;

--
-- Name: VIEW vote; Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON VIEW api.vote IS 'Votes of persons in roll calls.';


--
-- Name: vote_event; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.vote_event (
    event_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    item_id uuid NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    slot text NOT NULL,
    number text DEFAULT ''::text NOT NULL,
    mode text NOT NULL,
    rule text NOT NULL,
    outcome text NOT NULL,
    legal integer NOT NULL,
    entitled integer NOT NULL,
    present integer NOT NULL,
    yes integer NOT NULL,
    no integer NOT NULL,
    abstain integer NOT NULL,
    invalid integer NOT NULL,
    amendment_id uuid,
    repeats_id uuid,
    repeated_by_id uuid,
    subject council.prose DEFAULT ''::text NOT NULL,
    note council.prose DEFAULT ''::text NOT NULL,
    wording council.prose,
    wording_note council.prose,
    CONSTRAINT vote_event_check CHECK ((((((yes + no) + abstain) + invalid) <= entitled) AND (entitled <= present))),
    CONSTRAINT vote_event_mode_check CHECK ((mode = ANY (ARRAY['unanimous'::text, 'count'::text, 'group'::text, 'rollcall'::text, 'secret'::text]))),
    CONSTRAINT vote_event_outcome_check CHECK ((outcome = ANY (ARRAY['adopted'::text, 'rejected'::text])))
);


ALTER TABLE council.vote_event OWNER TO ratstisch_owner;

--
-- Name: TABLE vote_event; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.vote_event IS 'A vote (Popolo VoteEvent) with the four numbers that are never the same.';


--
-- Name: COLUMN vote_event.repeated_by_id; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.vote_event.repeated_by_id IS 'A later vote that replaces this one.';


--
-- Name: COLUMN vote_event.wording; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.vote_event.wording IS 'Result sentence by hand instead of the computed one.';


--
-- Name: vote_event; Type: VIEW; Schema: api; Owner: ratstisch_owner
--

CREATE VIEW api.vote_event WITH (security_invoker='true') AS
 SELECT v.event_id AS id,
    v.meeting_id,
    v.item_id,
    v.at,
    v.slot,
    v.number,
    v.mode,
    v.rule,
    v.outcome,
    v.legal,
    v.entitled,
    v.present,
    v.yes,
    v.no,
    v.abstain,
    v.invalid,
    (v.repeated_by_id IS NOT NULL) AS repeated
   FROM council.vote_event v;


ALTER TABLE api.vote_event OWNER TO ratstisch_owner;

--
-- Name: VIEW vote_event; Type: COMMENT; Schema: api; Owner: ratstisch_owner
--

COMMENT ON VIEW api.vote_event IS 'Votes (Popolo VoteEvent) on items that the asker may see.';


--
-- Name: account; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.account (
    id bigint NOT NULL,
    login text NOT NULL,
    person_id bigint,
    display_name council.line NOT NULL COLLATE council.german,
    locked boolean DEFAULT false NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    search text GENERATED ALWAYS AS (council.fold_text(((login || ' '::text) || (display_name)::text))) STORED,
    CONSTRAINT account_display_name_check CHECK (((display_name)::text <> ''::text)),
    CONSTRAINT account_login_check CHECK (((login ~ '^[a-z_][a-z0-9_.-]{0,62}$'::text) AND (login !~ '^(pg_|ratstisch_)'::text)))
);


ALTER TABLE council.account OWNER TO ratstisch_owner;

--
-- Name: TABLE account; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.account IS 'A login role of the database and the human behind it.';


--
-- Name: account_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agenda_version; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.agenda_version (
    meeting_id bigint NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL,
    sent_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_by text DEFAULT council.invoker() NOT NULL,
    note council.prose DEFAULT ''::text NOT NULL,
    CONSTRAINT agenda_version_check CHECK (((version = 1) = (kind = 'invitation'::text))),
    CONSTRAINT agenda_version_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'supplement'::text]))),
    CONSTRAINT agenda_version_version_check CHECK (((version >= 1) AND (version <= 1000)))
);


ALTER TABLE council.agenda_version OWNER TO ratstisch_owner;

--
-- Name: TABLE agenda_version; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.agenda_version IS 'The agenda as sent: the invitation and each supplement.';


--
-- Name: amendment; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.amendment (
    event_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    item_id uuid NOT NULL,
    seq bigint NOT NULL,
    person_id bigint,
    organization_id bigint,
    number text DEFAULT ''::text NOT NULL,
    text council.prose NOT NULL,
    outcome text
);


ALTER TABLE council.amendment OWNER TO ratstisch_owner;

--
-- Name: TABLE amendment; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.amendment IS 'Änderungsanträge; outcome is that of its last vote.';


--
-- Name: announced_absence; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.announced_absence (
    meeting_id bigint NOT NULL,
    person_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    note council.prose DEFAULT ''::text NOT NULL
);


ALTER TABLE council.announced_absence OWNER TO ratstisch_owner;

--
-- Name: TABLE announced_absence; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.announced_absence IS 'Absences announced before the meeting was opened, with the excuse.';


--
-- Name: body; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.body (
    id bigint NOT NULL,
    name council.line NOT NULL,
    short_name council.word NOT NULL,
    ags text,
    rule_set_id bigint NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT body_ags_check CHECK ((ags ~ '^[0-9]{8}$'::text)),
    CONSTRAINT body_name_check CHECK (((name)::text <> ''::text))
);


ALTER TABLE council.body OWNER TO ratstisch_owner;

--
-- Name: TABLE body; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.body IS 'The municipality (OParl Body).';


--
-- Name: COLUMN body.ags; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.body.ags IS 'Amtlicher Gemeindeschlüssel.';


--
-- Name: body_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.body ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.body_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: change; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.change (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    author text NOT NULL,
    table_name text NOT NULL,
    row_key text NOT NULL,
    action text NOT NULL,
    before jsonb,
    after jsonb,
    public boolean NOT NULL,
    organizations bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    search text GENERATED ALWAYS AS (council.fold_text(((((author || ' '::text) || table_name) || ' '::text) || row_key))) STORED,
    CONSTRAINT change_action_check CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);


ALTER TABLE council.change OWNER TO ratstisch_owner;

--
-- Name: TABLE change; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.change IS 'Journal of changes: who changed which row when, before and after. Append only.';


--
-- Name: COLUMN change.public; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.change.public IS 'False when the row was or is non-public: then only those see it who may see the row.';


--
-- Name: COLUMN change.organizations; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.change.organizations IS 'Organizations whose non-public rights open this row.';


--
-- Name: election; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.election (
    event_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    item_id uuid NOT NULL,
    seq bigint NOT NULL,
    slot text NOT NULL,
    round text DEFAULT ''::text NOT NULL,
    mode text DEFAULT ''::text NOT NULL,
    labels text[] DEFAULT '{}'::text[] NOT NULL,
    counts integer[] DEFAULT '{}'::integer[] NOT NULL,
    no integer DEFAULT 0 NOT NULL,
    abstain integer DEFAULT 0 NOT NULL,
    invalid integer DEFAULT 0 NOT NULL,
    legal integer,
    entitled integer,
    present integer,
    outcome text NOT NULL,
    elected council.prose DEFAULT ''::text NOT NULL,
    note council.prose DEFAULT ''::text NOT NULL
);


ALTER TABLE council.election OWNER TO ratstisch_owner;

--
-- Name: TABLE election; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.election IS 'One round of an election, a run-off or a lot.';


--
-- Name: event_kind; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.event_kind (
    kind text NOT NULL,
    needs_item boolean NOT NULL,
    label council.line NOT NULL
);


ALTER TABLE council.event_kind OWNER TO ratstisch_owner;

--
-- Name: TABLE event_kind; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.event_kind IS 'Kinds of events (doc/ledger.md).';


--
-- Name: guest; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.guest (
    event_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    item_id uuid,
    kind text NOT NULL,
    name council.prose NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT guest_kind_check CHECK ((kind = ANY (ARRAY['guest'::text, 'expert'::text, 'administration'::text])))
);


ALTER TABLE council.guest OWNER TO ratstisch_owner;

--
-- Name: TABLE guest; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.guest IS 'Guests, experts and administration, with the item they came for.';


--
-- Name: item_absence; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.item_absence (
    event_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    item_id uuid NOT NULL,
    person_id bigint NOT NULL,
    kind text NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    stays_in_public_area boolean,
    note council.prose DEFAULT ''::text NOT NULL,
    CONSTRAINT item_absence_kind_check CHECK ((kind = ANY (ARRAY['conflict'::text, 'item_absent'::text])))
);


ALTER TABLE council.item_absence OWNER TO ratstisch_owner;

--
-- Name: TABLE item_absence; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.item_absence IS 'Out for one item: conflict of interest (Befangenheit) or absent; ends with the item.';


--
-- Name: legislative_term; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.legislative_term (
    id bigint NOT NULL,
    body_id bigint NOT NULL,
    name council.line NOT NULL,
    valid daterange NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT legislative_term_name_check CHECK (((name)::text <> ''::text)),
    CONSTRAINT legislative_term_valid_check CHECK ((NOT isempty(valid)))
);


ALTER TABLE council.legislative_term OWNER TO ratstisch_owner;

--
-- Name: TABLE legislative_term; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.legislative_term IS 'Wahlperiode.';


--
-- Name: legislative_term_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.legislative_term ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.legislative_term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: location_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.location ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.location_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meeting_day; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.meeting_day (
    meeting_id bigint NOT NULL,
    day date NOT NULL,
    starts_at time without time zone NOT NULL,
    ends_at time without time zone
);


ALTER TABLE council.meeting_day OWNER TO ratstisch_owner;

--
-- Name: TABLE meeting_day; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.meeting_day IS 'Days of a meeting that runs over several.';


--
-- Name: meeting_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: meeting_organization; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.meeting_organization (
    meeting_id bigint NOT NULL,
    organization_id bigint NOT NULL
);


ALTER TABLE council.meeting_organization OWNER TO ratstisch_owner;

--
-- Name: TABLE meeting_organization; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.meeting_organization IS 'A meeting may belong to several organizations (joint meeting).';


--
-- Name: meeting_text; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.meeting_text (
    meeting_id bigint NOT NULL,
    item_id uuid,
    slot text NOT NULL,
    person_id bigint,
    text council.prose NOT NULL,
    event_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    author text NOT NULL,
    CONSTRAINT meeting_text_slot_check CHECK ((slot = ANY (ARRAY['resolution'::text, 'course'::text, 'verbatim'::text, 'closing'::text])))
);


ALTER TABLE council.meeting_text OWNER TO ratstisch_owner;

--
-- Name: TABLE meeting_text; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.meeting_text IS 'The text that counts, per item and slot; its history is in the ledger.';


--
-- Name: membership_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: minutes; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.minutes (
    meeting_id bigint NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    chair council.line DEFAULT ''::text NOT NULL,
    minute_taker council.line DEFAULT ''::text NOT NULL,
    signed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    signed_by text DEFAULT council.invoker() NOT NULL,
    last_seq bigint NOT NULL,
    head_hash bytea NOT NULL,
    note council.prose DEFAULT ''::text NOT NULL,
    CONSTRAINT minutes_state_check CHECK ((state = ANY (ARRAY['signed'::text, 'corrected'::text]))),
    CONSTRAINT minutes_version_check CHECK (((version >= 1) AND (version <= 1000)))
);


ALTER TABLE council.minutes OWNER TO ratstisch_owner;

--
-- Name: TABLE minutes; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.minutes IS 'Signed minutes; version 1 closes the ledger, later ones follow from objections.';


--
-- Name: COLUMN minutes.head_hash; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.minutes.head_hash IS 'Hash of the last event: the signature covers the whole ledger.';


--
-- Name: objection; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.objection (
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    minutes_version integer NOT NULL,
    item_id uuid,
    person_id bigint,
    state text DEFAULT 'raised'::text NOT NULL,
    text council.prose NOT NULL,
    decision council.prose DEFAULT ''::text NOT NULL,
    raised_at timestamp with time zone DEFAULT now() NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT objection_check CHECK (((state = 'raised'::text) OR ((decision)::text <> ''::text))),
    CONSTRAINT objection_state_check CHECK ((state = ANY (ARRAY['raised'::text, 'accepted'::text, 'rejected'::text]))),
    CONSTRAINT objection_text_check CHECK (((text)::text <> ''::text))
);


ALTER TABLE council.objection OWNER TO ratstisch_owner;

--
-- Name: TABLE objection; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.objection IS 'Einwendung against signed minutes, with the decision of the body.';


--
-- Name: objection_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.objection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.objection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: organization_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.organization ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.organization_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: pen; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.pen (
    meeting_id bigint NOT NULL,
    account text NOT NULL,
    client uuid NOT NULL,
    since timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    until timestamp with time zone NOT NULL
);


ALTER TABLE council.pen OWNER TO ratstisch_owner;

--
-- Name: TABLE pen; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.pen IS 'Who records a meeting: a lease. Expired, anyone with the right may take it.';


--
-- Name: COLUMN pen.client; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.pen.client IS 'The running program that holds the pen, not only its user.';


--
-- Name: permission; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.permission (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    role text NOT NULL,
    organization_id bigint,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT permission_role_check CHECK ((role = ANY (ARRAY['reader'::text, 'typist'::text, 'minute_taker'::text, 'fee_clerk'::text, 'migration_clerk'::text, 'administrator'::text, 'public'::text]))),
    CONSTRAINT permission_valid_check CHECK ((NOT isempty(valid)))
);


ALTER TABLE council.permission OWNER TO ratstisch_owner;

--
-- Name: TABLE permission; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.permission IS 'A role given to an account, for one organization or all, for a time.';


--
-- Name: COLUMN permission.organization_id; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.permission.organization_id IS 'NULL: all organizations.';


--
-- Name: permission_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: person_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: projector; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.projector (
    meeting_id bigint NOT NULL,
    item_id uuid,
    slot text NOT NULL,
    event_id uuid NOT NULL
);


ALTER TABLE council.projector OWNER TO ratstisch_owner;

--
-- Name: TABLE projector; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.projector IS 'What was last released to the projector.';


--
-- Name: quorum_check; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.quorum_check (
    event_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    slot text NOT NULL,
    person_id bigint,
    legal integer,
    present integer,
    outcome text
);


ALTER TABLE council.quorum_check OWNER TO ratstisch_owner;

--
-- Name: TABLE quorum_check; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.quorum_check IS 'Challenges of the quorum and their counts.';


--
-- Name: role_right; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.role_right (
    role text NOT NULL,
    "right" text NOT NULL,
    CONSTRAINT role_right_right_check CHECK (("right" = ANY (ARRAY['read_nonpublic'::text, 'text'::text, 'record'::text, 'plan'::text, 'sign'::text, 'fees'::text, 'migrate'::text, 'master'::text, 'administer'::text]))),
    CONSTRAINT role_right_role_check CHECK ((role = ANY (ARRAY['reader'::text, 'typist'::text, 'minute_taker'::text, 'fee_clerk'::text, 'migration_clerk'::text, 'administrator'::text, 'public'::text])))
);


ALTER TABLE council.role_right OWNER TO ratstisch_owner;

--
-- Name: TABLE role_right; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.role_right IS 'What each role may do.';


--
-- Name: COLUMN role_right."right"; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.role_right."right" IS 'read_nonpublic: see non-public items; text: write texts; record: run the meeting table; plan: meetings and agendas; sign: sign minutes; master: people and organizations; administer: accounts.';


--
-- Name: rule; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.rule (
    id bigint NOT NULL,
    rule_set_id bigint NOT NULL,
    key council.word NOT NULL,
    value council.line NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    source council.line NOT NULL,
    note council.prose DEFAULT ''::text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT rule_source_check CHECK (((source)::text <> ''::text))
);


ALTER TABLE council.rule OWNER TO ratstisch_owner;

--
-- Name: TABLE rule; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.rule IS 'One rule of procedure, dated, with its legal source; a meeting is judged by the rules of its own date.';


--
-- Name: COLUMN rule.value; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.rule.value IS 'Value in the form its reader expects, e.g. >=1/5:members.';


--
-- Name: rule_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.rule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rule_set; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.rule_set (
    id bigint NOT NULL,
    code council.word NOT NULL,
    name council.line NOT NULL,
    state council.word NOT NULL,
    parent_id bigint,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT rule_set_check CHECK ((parent_id IS DISTINCT FROM id))
);


ALTER TABLE council.rule_set OWNER TO ratstisch_owner;

--
-- Name: TABLE rule_set; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.rule_set IS 'Rules of a federal state, or of a municipality on top of them.';


--
-- Name: COLUMN rule_set.parent_id; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.rule_set.parent_id IS 'Rule set that answers where this one has no rule of its own.';


--
-- Name: rule_set_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.rule_set ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.rule_set_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: saved_filter; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.saved_filter (
    id bigint NOT NULL,
    account text DEFAULT council.invoker() NOT NULL,
    screen council.word NOT NULL,
    name council.word NOT NULL,
    setting council.prose DEFAULT ''::text NOT NULL,
    CONSTRAINT saved_filter_name_check CHECK (((name)::text <> ''::text))
);


ALTER TABLE council.saved_filter OWNER TO ratstisch_owner;

--
-- Name: TABLE saved_filter; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.saved_filter IS 'Filters of lists that an account has kept; seen by that account only.';


--
-- Name: COLUMN saved_filter.setting; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON COLUMN council.saved_filter.setting IS 'Filter, sort and columns as the list wrote them.';


--
-- Name: saved_filter_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.saved_filter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.saved_filter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: schema_version; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.schema_version (
    version integer NOT NULL,
    name council.line NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE council.schema_version OWNER TO ratstisch_owner;

--
-- Name: TABLE schema_version; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.schema_version IS 'Migrations that this database has seen; the last one is its version.';


--
-- Name: seat_allocation; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.seat_allocation (
    event_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    item_id uuid NOT NULL,
    method text NOT NULL,
    seats integer NOT NULL,
    labels text[] DEFAULT '{}'::text[] NOT NULL,
    counts integer[] DEFAULT '{}'::integer[] NOT NULL,
    distribution council.prose DEFAULT ''::text NOT NULL,
    outcome text NOT NULL
);


ALTER TABLE council.seat_allocation OWNER TO ratstisch_owner;

--
-- Name: TABLE seat_allocation; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.seat_allocation IS 'Seats given to lists by a method, ties reported as lot.';


--
-- Name: sitting; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.sitting (
    meeting_id bigint NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    chair_id bigint,
    legal integer,
    paused boolean DEFAULT false NOT NULL,
    public_part boolean DEFAULT true NOT NULL,
    open_item_id uuid
);


ALTER TABLE council.sitting OWNER TO ratstisch_owner;

--
-- Name: TABLE sitting; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.sitting IS 'The running or past meeting as a whole.';


--
-- Name: speaker; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.speaker (
    event_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    item_id uuid,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    slot text NOT NULL,
    person_id bigint,
    name council.prose DEFAULT ''::text NOT NULL,
    CONSTRAINT speaker_slot_check CHECK ((slot = ANY (ARRAY['request'::text, 'order'::text, 'begin'::text, 'end'::text, 'cancel'::text])))
);


ALTER TABLE council.speaker OWNER TO ratstisch_owner;

--
-- Name: TABLE speaker; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.speaker IS 'Requests to speak and speeches in their order.';


--
-- Name: standard_item; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.standard_item (
    id bigint NOT NULL,
    organization_id bigint NOT NULL,
    place text NOT NULL,
    sort_order integer NOT NULL,
    title council.line NOT NULL,
    public boolean DEFAULT true NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT standard_item_place_check CHECK ((place = ANY (ARRAY['begin'::text, 'end'::text]))),
    CONSTRAINT standard_item_sort_order_check CHECK (((sort_order >= 0) AND (sort_order <= 1000))),
    CONSTRAINT standard_item_title_check CHECK (((title)::text <> ''::text))
);


ALTER TABLE council.standard_item OWNER TO ratstisch_owner;

--
-- Name: TABLE standard_item; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.standard_item IS 'Items that stand on every agenda of an organization.';


--
-- Name: standard_item_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.standard_item ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.standard_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: substitution; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.substitution (
    id bigint NOT NULL,
    organization_id bigint NOT NULL,
    substitute_id bigint NOT NULL,
    for_person_id bigint,
    for_group_id bigint,
    rank integer NOT NULL,
    valid daterange NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT substitution_check CHECK (((for_person_id IS NULL) <> (for_group_id IS NULL))),
    CONSTRAINT substitution_check1 CHECK ((substitute_id IS DISTINCT FROM for_person_id)),
    CONSTRAINT substitution_rank_check CHECK (((rank >= 1) AND (rank <= 100))),
    CONSTRAINT substitution_valid_check CHECK ((NOT isempty(valid)))
);


ALTER TABLE council.substitution OWNER TO ratstisch_owner;

--
-- Name: TABLE substitution; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.substitution IS 'Who may sit in for whom: personal (ranked) or for any member of a group.';


--
-- Name: substitution_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.substitution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.substitution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: task; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.task (
    event_id uuid NOT NULL,
    meeting_id bigint NOT NULL,
    item_id uuid,
    seq bigint NOT NULL,
    office council.line DEFAULT ''::text NOT NULL,
    text council.prose NOT NULL,
    due date
);


ALTER TABLE council.task OWNER TO ratstisch_owner;

--
-- Name: TABLE task; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.task IS 'Promises and tasks given at the table.';


--
-- Name: text_module; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.text_module (
    id bigint NOT NULL,
    organization_id bigint,
    abbreviation council.word NOT NULL,
    text council.prose NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT ''::text NOT NULL,
    search text GENERATED ALWAYS AS (council.fold_text((((abbreviation)::text || ' '::text) || "left"((text)::text, 2000)))) STORED,
    CONSTRAINT text_module_abbreviation_check CHECK (((abbreviation)::text ~ '^[[:alnum:]äöüß_-]+$'::text)),
    CONSTRAINT text_module_text_check CHECK (((text)::text <> ''::text))
);


ALTER TABLE council.text_module OWNER TO ratstisch_owner;

--
-- Name: TABLE text_module; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.text_module IS 'Sentences by abbreviation, for all or for one organization.';


--
-- Name: text_module_id_seq; Type: SEQUENCE; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.text_module ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME council.text_module_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: vote_count; Type: TABLE; Schema: council; Owner: ratstisch_owner
--

CREATE TABLE council.vote_count (
    event_id uuid NOT NULL,
    "position" integer NOT NULL,
    group_name text NOT NULL,
    yes integer NOT NULL,
    no integer NOT NULL,
    abstain integer NOT NULL,
    CONSTRAINT vote_count_abstain_check CHECK ((abstain >= 0)),
    CONSTRAINT vote_count_no_check CHECK ((no >= 0)),
    CONSTRAINT vote_count_yes_check CHECK ((yes >= 0))
);


ALTER TABLE council.vote_count OWNER TO ratstisch_owner;

--
-- Name: TABLE vote_count; Type: COMMENT; Schema: council; Owner: ratstisch_owner
--

COMMENT ON TABLE council.vote_count IS 'Counts of a vote by group (Popolo Count).';


--
-- Data for Name: account; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: agenda_item; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: agenda_version; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: agenda_version_item; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: amendment; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: announced_absence; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: attendance; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: body; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: election; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: event_kind; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--

INSERT INTO council.event_kind VALUES
	('open', false, 'Sitzung eröffnet'),
	('pause', false, 'Sitzung unterbrochen'),
	('resume', false, 'Sitzung fortgesetzt'),
	('close', false, 'Sitzung geschlossen'),
	('arrive', false, 'kommt'),
	('depart', false, 'geht'),
	('substitute', false, 'vertritt'),
	('substitute_end', false, 'Vertretung endet'),
	('guest', false, 'Gast'),
	('conflict', true, 'befangen'),
	('conflict_end', true, 'Befangenheit aufgehoben'),
	('item_absent', true, 'bei diesem Punkt abwesend'),
	('item_call', true, 'Punkt aufgerufen'),
	('item_end', true, 'Punkt beendet'),
	('item_add', true, 'Punkt aufgenommen'),
	('item_withdraw', true, 'Punkt abgesetzt'),
	('item_move', true, 'Punkt verschoben'),
	('item_public', true, 'Öffentlichkeit geändert'),
	('part', false, 'Sitzungsteil gewechselt'),
	('vote', true, 'Abstimmung'),
	('result', true, 'Ergebnis ohne Abstimmung'),
	('election', true, 'Wahl'),
	('seats', true, 'Sitzverteilung'),
	('amendment', true, 'Änderungsantrag'),
	('text', false, 'Text'),
	('speaker', false, 'Redeliste'),
	('task', false, 'Auftrag'),
	('mark', false, 'Merker'),
	('quorum', false, 'Beschlussfähigkeit'),
	('release', false, 'Freigabe für den Projektor'),
	('wording', false, 'Wortlaut des Ergebnisses'),
	('pen', false, 'Schreibrecht übernommen'),
	('undo', false, 'zurückgenommen');


--
-- Data for Name: guest; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: item_absence; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: item_state; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: legislative_term; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: location; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: meeting; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: meeting_day; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: meeting_event; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: meeting_organization; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: meeting_text; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: membership; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: minutes; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: objection; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: organization; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: pen; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: permission; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: person; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: projector; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: quorum_check; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: role_right; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--

INSERT INTO council.role_right VALUES
	('reader', 'read_nonpublic'),
	('typist', 'read_nonpublic'),
	('typist', 'text'),
	('minute_taker', 'read_nonpublic'),
	('minute_taker', 'text'),
	('minute_taker', 'record'),
	('minute_taker', 'plan'),
	('minute_taker', 'sign'),
	('fee_clerk', 'fees'),
	('migration_clerk', 'migrate'),
	('migration_clerk', 'master'),
	('migration_clerk', 'plan'),
	('migration_clerk', 'read_nonpublic'),
	('administrator', 'read_nonpublic'),
	('administrator', 'plan'),
	('administrator', 'master'),
	('administrator', 'administer');


--
-- Data for Name: rule; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--

INSERT INTO council.rule VALUES
	(1, 1, 'quorum', 'majority', '[1994-10-17,)', 'GO NRW § 49 Abs. 1', 'Mehr als die Hälfte der gesetzlichen Mitgliederzahl; vermutet, bis sie angezweifelt wird.', 1, '2026-11-21 22:17:11.798085+01', 'ratstisch_owner'),
	(2, 1, 'quorum.committee', 'majority-councillors', '[1994-10-17,)', 'GO NRW § 58 Abs. 3', 'Dazu mehr anwesende Ratsmitglieder als sachkundige Bürger.', 1, '2026-11-21 22:17:11.798304+01', 'ratstisch_owner'),
	(3, 1, 'majority', 'simple', '[1994-10-17,)', 'GO NRW § 50 Abs. 1', 'Bei Stimmengleichheit abgelehnt; Enthaltungen zählen nicht.', 1, '2026-11-21 22:17:11.79834+01', 'ratstisch_owner'),
	(4, 1, 'secret_threshold', '1/5', '[1994-10-17,)', 'GO NRW § 50 Abs. 1', 'Auf Antrag eines Fünftels der Mitglieder.', 1, '2026-11-21 22:17:11.798368+01', 'ratstisch_owner'),
	(5, 1, 'rollcall_threshold', '1/5', '[1994-10-17,)', 'GO NRW § 50 Abs. 1; Geschäftsordnung', 'Die Zahl bestimmt die Geschäftsordnung.', 1, '2026-11-21 22:17:11.798396+01', 'ratstisch_owner'),
	(6, 1, 'election_majority', '>1/2:valid', '[1994-10-17,)', 'GO NRW § 50 Abs. 2', 'Ungültige Stimmen und Enthaltungen zählen nicht.', 1, '2026-11-21 22:17:11.798423+01', 'ratstisch_owner'),
	(7, 1, 'committee_seats_method', 'hare', '[1994-10-17,)', 'GO NRW § 50 Abs. 3', 'Verhältniswahl nach Hare/Niemeyer.', 1, '2026-11-21 22:17:11.79845+01', 'ratstisch_owner'),
	(8, 1, 'committee_chairs_method', 'dhondt', '[1994-10-17,)', 'GO NRW § 58 Abs. 5', '', 1, '2026-11-21 22:17:11.798477+01', 'ratstisch_owner'),
	(9, 1, 'deputy_mayors_method', 'dhondt', '[1994-10-17,)', 'GO NRW § 67 Abs. 2', '', 1, '2026-11-21 22:17:11.798503+01', 'ratstisch_owner'),
	(10, 1, 'agenda_request_threshold', '1/5', '[1994-10-17,)', 'GO NRW § 48 Abs. 1', 'Oder eine Fraktion.', 1, '2026-11-21 22:17:11.798531+01', 'ratstisch_owner'),
	(11, 1, 'notice_period_days', '7', '[1994-10-17,)', 'Geschäftsordnung', 'Die Frist bestimmt die Geschäftsordnung.', 1, '2026-11-21 22:17:11.798559+01', 'ratstisch_owner'),
	(12, 1, 'notice_period_count', 'received-by', '[1994-10-17,)', 'Geschäftsordnung', 'Zugang am 7. Tag vor der Sitzung.', 1, '2026-11-21 22:17:11.798587+01', 'ratstisch_owner'),
	(13, 1, 'minutes_deadline_days', '30', '[1994-10-17,)', 'Geschäftsordnung', 'GO NRW § 52 nennt keine Frist.', 1, '2026-11-21 22:17:11.798616+01', 'ratstisch_owner'),
	(14, 1, 'unanimous_wording', 'loose', '[1994-10-17,)', 'Geschäftsordnung', 'Einstimmig auch bei Enthaltungen.', 1, '2026-11-21 22:17:11.798644+01', 'ratstisch_owner'),
	(15, 1, 'group_style', 'majority-minority', '[1994-10-17,)', 'Übung großer Städte', 'dafür: die Mehrheit (...), dagegen: die Minderheit (...)', 1, '2026-11-21 22:17:11.798673+01', 'ratstisch_owner'),
	(16, 2, 'quorum', 'majority', '[2014-07-01,)', 'KVG LSA § 55 Abs. 1', 'Ladung ordnungsgemäß und mehr als die Hälfte anwesend.', 1, '2026-11-21 22:17:11.79872+01', 'ratstisch_owner'),
	(17, 2, 'majority', 'simple', '[2014-07-01,)', 'KVG LSA § 56 Abs. 2', 'Mehrheit der auf Ja oder Nein lautenden Stimmen.', 1, '2026-11-21 22:17:11.79875+01', 'ratstisch_owner'),
	(18, 2, 'secret_threshold', '1/1', '[2014-07-01,)', 'KVG LSA § 56 Abs. 2; Geschäftsordnung', 'Abstimmungen sind offen; Ausnahmen regelt die Geschäftsordnung.', 1, '2026-11-21 22:17:11.798777+01', 'ratstisch_owner'),
	(19, 2, 'rollcall_threshold', '1/5', '[2014-07-01,)', 'Geschäftsordnung', 'Die Zahl bestimmt die Geschäftsordnung.', 1, '2026-11-21 22:17:11.798803+01', 'ratstisch_owner'),
	(20, 2, 'election_majority', '>1/2:present', '[2014-07-01,)', 'KVG LSA § 56 Abs. 4', 'Mehrheit der anwesenden Stimmberechtigten.', 1, '2026-11-21 22:17:11.79883+01', 'ratstisch_owner'),
	(21, 2, 'committee_seats_method', 'hare', '[2014-07-01,)', 'KVG LSA § 47 Abs. 1', '', 1, '2026-11-21 22:17:11.798856+01', 'ratstisch_owner'),
	(22, 2, 'committee_chairs_method', 'dhondt', '[2014-07-01,)', 'KVG LSA § 47 Abs. 2; Geschäftsordnung', '', 1, '2026-11-21 22:17:11.798883+01', 'ratstisch_owner'),
	(23, 2, 'meeting_request_threshold', '1/4', '[2014-07-01,)', 'KVG LSA § 53 Abs. 3', 'Ein Viertel kann die Einberufung verlangen.', 1, '2026-11-21 22:17:11.798911+01', 'ratstisch_owner'),
	(24, 2, 'circulation', 'no-objection', '[2014-07-01,)', 'KVG LSA § 54', 'Angenommen, wenn kein Mitglied widerspricht.', 1, '2026-11-21 22:17:11.798939+01', 'ratstisch_owner'),
	(25, 2, 'notice_period_days', '7', '[2014-07-01,)', 'Geschäftsordnung', 'Das Gesetz verlangt eine angemessene Frist.', 1, '2026-11-21 22:17:11.798968+01', 'ratstisch_owner'),
	(26, 2, 'notice_period_count', 'received-by', '[2014-07-01,)', 'Geschäftsordnung', '', 1, '2026-11-21 22:17:11.798996+01', 'ratstisch_owner'),
	(27, 2, 'minutes_deadline_days', '30', '[2014-07-01,)', 'KVG LSA § 58', 'Spätestens zur nächsten Sitzung.', 1, '2026-11-21 22:17:11.799024+01', 'ratstisch_owner'),
	(28, 2, 'unanimous_wording', 'strict', '[2014-07-01,)', 'Geschäftsordnung', 'Einstimmig nur ohne Enthaltungen.', 1, '2026-11-21 22:17:11.799053+01', 'ratstisch_owner'),
	(29, 2, 'group_style', 'plain', '[2014-07-01,)', 'Geschäftsordnung', '', 1, '2026-11-21 22:17:11.799081+01', 'ratstisch_owner');


--
-- Data for Name: rule_set; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--

INSERT INTO council.rule_set VALUES
	(1, 'NW', 'Gemeindeordnung für das Land Nordrhein-Westfalen', 'NW', NULL, 1, '2026-11-21 22:17:11.794355+01', 'ratstisch_owner'),
	(2, 'ST', 'Kommunalverfassungsgesetz des Landes Sachsen-Anhalt', 'ST', NULL, 1, '2026-11-21 22:17:11.794614+01', 'ratstisch_owner');


--
-- Data for Name: saved_filter; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: schema_version; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--

INSERT INTO council.schema_version VALUES
	(1, 'baseline', '2026-11-21 22:17:11.298843+01');


--
-- Data for Name: seat_allocation; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: sitting; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: speaker; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: standard_item; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: substitution; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: task; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: text_module; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: vote; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: vote_count; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Data for Name: vote_event; Type: TABLE DATA; Schema: council; Owner: ratstisch_owner
--



--
-- Name: account_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.account_id_seq', 1, false);


--
-- Name: body_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.body_id_seq', 1, false);


--
-- Name: legislative_term_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.legislative_term_id_seq', 1, false);


--
-- Name: location_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.location_id_seq', 1, false);


--
-- Name: meeting_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.meeting_id_seq', 1, false);


--
-- Name: membership_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.membership_id_seq', 1, false);


--
-- Name: objection_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.objection_id_seq', 1, false);


--
-- Name: organization_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.organization_id_seq', 1, false);


--
-- Name: permission_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.permission_id_seq', 1, false);


--
-- Name: person_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.person_id_seq', 1, false);


--
-- Name: rule_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.rule_id_seq', 29, true);


--
-- Name: rule_set_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.rule_set_id_seq', 100, false);


--
-- Name: saved_filter_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.saved_filter_id_seq', 1, false);


--
-- Name: standard_item_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.standard_item_id_seq', 1, false);


--
-- Name: substitution_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.substitution_id_seq', 1, false);


--
-- Name: text_module_id_seq; Type: SEQUENCE SET; Schema: council; Owner: ratstisch_owner
--

SELECT pg_catalog.setval('council.text_module_id_seq', 1, false);


--
-- Name: account account_login_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.account
    ADD CONSTRAINT account_login_key UNIQUE (login);


--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);


--
-- Name: agenda_item agenda_item_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.agenda_item
    ADD CONSTRAINT agenda_item_pkey PRIMARY KEY (id);


--
-- Name: agenda_version_item agenda_version_item_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.agenda_version_item
    ADD CONSTRAINT agenda_version_item_pkey PRIMARY KEY (meeting_id, version, item_id);


--
-- Name: agenda_version agenda_version_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.agenda_version
    ADD CONSTRAINT agenda_version_pkey PRIMARY KEY (meeting_id, version);


--
-- Name: amendment amendment_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.amendment
    ADD CONSTRAINT amendment_pkey PRIMARY KEY (event_id);


--
-- Name: announced_absence announced_absence_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.announced_absence
    ADD CONSTRAINT announced_absence_pkey PRIMARY KEY (meeting_id, person_id);


--
-- Name: attendance attendance_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.attendance
    ADD CONSTRAINT attendance_pkey PRIMARY KEY (meeting_id, person_id, since_seq);


--
-- Name: body body_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.body
    ADD CONSTRAINT body_pkey PRIMARY KEY (id);


--
-- Name: change change_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (id);


--
-- Name: election election_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.election
    ADD CONSTRAINT election_pkey PRIMARY KEY (event_id);


--
-- Name: event_kind event_kind_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.event_kind
    ADD CONSTRAINT event_kind_pkey PRIMARY KEY (kind);


--
-- Name: guest guest_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.guest
    ADD CONSTRAINT guest_pkey PRIMARY KEY (event_id);


--
-- Name: item_absence item_absence_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.item_absence
    ADD CONSTRAINT item_absence_pkey PRIMARY KEY (event_id);


--
-- Name: item_state item_state_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.item_state
    ADD CONSTRAINT item_state_pkey PRIMARY KEY (item_id);


--
-- Name: legislative_term legislative_term_overlap; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.legislative_term
    ADD CONSTRAINT legislative_term_overlap EXCLUDE USING gist (body_id WITH =, valid WITH &&);


--
-- Name: legislative_term legislative_term_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.legislative_term
    ADD CONSTRAINT legislative_term_pkey PRIMARY KEY (id);


--
-- Name: location location_body_id_name_room_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.location
    ADD CONSTRAINT location_body_id_name_room_key UNIQUE (body_id, name, room);


--
-- Name: location location_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.location
    ADD CONSTRAINT location_pkey PRIMARY KEY (id);


--
-- Name: meeting_day meeting_day_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_day
    ADD CONSTRAINT meeting_day_pkey PRIMARY KEY (meeting_id, day);


--
-- Name: meeting_event meeting_event_event_id_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_event
    ADD CONSTRAINT meeting_event_event_id_key UNIQUE (event_id);


--
-- Name: meeting_event meeting_event_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_event
    ADD CONSTRAINT meeting_event_pkey PRIMARY KEY (meeting_id, seq);


--
-- Name: meeting meeting_organization_id_number_starts_at_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting
    ADD CONSTRAINT meeting_organization_id_number_starts_at_key UNIQUE NULLS NOT DISTINCT (organization_id, number, starts_at);


--
-- Name: meeting_organization meeting_organization_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_organization
    ADD CONSTRAINT meeting_organization_pkey PRIMARY KEY (meeting_id, organization_id);


--
-- Name: meeting meeting_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (id);


--
-- Name: meeting_text meeting_text_meeting_id_item_id_slot_person_id_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_text
    ADD CONSTRAINT meeting_text_meeting_id_item_id_slot_person_id_key UNIQUE NULLS NOT DISTINCT (meeting_id, item_id, slot, person_id);


--
-- Name: membership membership_overlap; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.membership
    ADD CONSTRAINT membership_overlap EXCLUDE USING gist (person_id WITH =, organization_id WITH =, valid WITH &&);


--
-- Name: membership membership_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (id);


--
-- Name: membership membership_seat_overlap; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.membership
    ADD CONSTRAINT membership_seat_overlap EXCLUDE USING gist (organization_id WITH =, seat WITH =, valid WITH &&) WHERE ((seat IS NOT NULL));


--
-- Name: minutes minutes_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.minutes
    ADD CONSTRAINT minutes_pkey PRIMARY KEY (meeting_id, version);


--
-- Name: objection objection_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.objection
    ADD CONSTRAINT objection_pkey PRIMARY KEY (id);


--
-- Name: organization organization_body_id_short_name_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.organization
    ADD CONSTRAINT organization_body_id_short_name_key UNIQUE (body_id, short_name);


--
-- Name: organization organization_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.organization
    ADD CONSTRAINT organization_pkey PRIMARY KEY (id);


--
-- Name: pen pen_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.pen
    ADD CONSTRAINT pen_pkey PRIMARY KEY (meeting_id);


--
-- Name: permission permission_overlap; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.permission
    ADD CONSTRAINT permission_overlap EXCLUDE USING gist (account_id WITH =, role WITH =, COALESCE(organization_id, (0)::bigint) WITH =, valid WITH &&);


--
-- Name: permission permission_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.permission
    ADD CONSTRAINT permission_pkey PRIMARY KEY (id);


--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);


--
-- Name: projector projector_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.projector
    ADD CONSTRAINT projector_pkey PRIMARY KEY (meeting_id);


--
-- Name: quorum_check quorum_check_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.quorum_check
    ADD CONSTRAINT quorum_check_pkey PRIMARY KEY (event_id);


--
-- Name: role_right role_right_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.role_right
    ADD CONSTRAINT role_right_pkey PRIMARY KEY (role, "right");


--
-- Name: rule rule_once_at_a_time; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.rule
    ADD CONSTRAINT rule_once_at_a_time EXCLUDE USING gist (rule_set_id WITH =, ((key)::text) WITH =, valid WITH &&);


--
-- Name: rule rule_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.rule
    ADD CONSTRAINT rule_pkey PRIMARY KEY (id);


--
-- Name: rule_set rule_set_code_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.rule_set
    ADD CONSTRAINT rule_set_code_key UNIQUE (code);


--
-- Name: rule_set rule_set_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.rule_set
    ADD CONSTRAINT rule_set_pkey PRIMARY KEY (id);


--
-- Name: saved_filter saved_filter_account_screen_name_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.saved_filter
    ADD CONSTRAINT saved_filter_account_screen_name_key UNIQUE (account, screen, name);


--
-- Name: saved_filter saved_filter_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.saved_filter
    ADD CONSTRAINT saved_filter_pkey PRIMARY KEY (id);


--
-- Name: schema_version schema_version_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.schema_version
    ADD CONSTRAINT schema_version_pkey PRIMARY KEY (version);


--
-- Name: seat_allocation seat_allocation_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.seat_allocation
    ADD CONSTRAINT seat_allocation_pkey PRIMARY KEY (event_id);


--
-- Name: sitting sitting_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.sitting
    ADD CONSTRAINT sitting_pkey PRIMARY KEY (meeting_id);


--
-- Name: speaker speaker_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.speaker
    ADD CONSTRAINT speaker_pkey PRIMARY KEY (event_id);


--
-- Name: standard_item standard_item_organization_id_public_place_sort_order_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.standard_item
    ADD CONSTRAINT standard_item_organization_id_public_place_sort_order_key UNIQUE (organization_id, public, place, sort_order);


--
-- Name: standard_item standard_item_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.standard_item
    ADD CONSTRAINT standard_item_pkey PRIMARY KEY (id);


--
-- Name: substitution substitution_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.substitution
    ADD CONSTRAINT substitution_pkey PRIMARY KEY (id);


--
-- Name: substitution substitution_rank_overlap; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.substitution
    ADD CONSTRAINT substitution_rank_overlap EXCLUDE USING gist (organization_id WITH =, COALESCE(for_person_id, (0)::bigint) WITH =, COALESCE(for_group_id, (0)::bigint) WITH =, rank WITH =, valid WITH &&);


--
-- Name: task task_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.task
    ADD CONSTRAINT task_pkey PRIMARY KEY (event_id);


--
-- Name: text_module text_module_organization_id_abbreviation_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.text_module
    ADD CONSTRAINT text_module_organization_id_abbreviation_key UNIQUE NULLS NOT DISTINCT (organization_id, abbreviation);


--
-- Name: text_module text_module_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.text_module
    ADD CONSTRAINT text_module_pkey PRIMARY KEY (id);


--
-- Name: vote_count vote_count_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.vote_count
    ADD CONSTRAINT vote_count_pkey PRIMARY KEY (event_id, "position");


--
-- Name: vote_event vote_event_event_id_mode_key; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.vote_event
    ADD CONSTRAINT vote_event_event_id_mode_key UNIQUE (event_id, mode);


--
-- Name: vote_event vote_event_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.vote_event
    ADD CONSTRAINT vote_event_pkey PRIMARY KEY (event_id);


--
-- Name: vote vote_pkey; Type: CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.vote
    ADD CONSTRAINT vote_pkey PRIMARY KEY (event_id, person_id);


--
-- Name: agenda_item_meeting; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX agenda_item_meeting ON council.agenda_item USING btree (meeting_id, "position", id);


--
-- Name: agenda_item_number; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE UNIQUE INDEX agenda_item_number ON council.agenda_item USING btree (meeting_id, public, number) WHERE (((number)::text <> ''::text) AND (origin = 'planned'::text));


--
-- Name: agenda_item_reference; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX agenda_item_reference ON council.agenda_item USING btree (reference, id);


--
-- Name: agenda_item_reference_key; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX agenda_item_reference_key ON council.agenda_item USING gin (council.fold_number((reference)::text) council.gin_trgm_ops) WHERE ((reference)::text <> ''::text);


--
-- Name: agenda_item_search; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX agenda_item_search ON council.agenda_item USING gin (search council.gin_folded_ops);


--
-- Name: agenda_item_title; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX agenda_item_title ON council.agenda_item USING btree (title, id);


--
-- Name: agenda_version_item_item; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX agenda_version_item_item ON council.agenda_version_item USING btree (item_id);


--
-- Name: amendment_item; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX amendment_item ON council.amendment USING btree (item_id);


--
-- Name: change_at; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX change_at ON council.change USING btree (at, id);


--
-- Name: change_row; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX change_row ON council.change USING btree (table_name, row_key, at);


--
-- Name: election_item; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX election_item ON council.election USING btree (item_id);


--
-- Name: item_absence_item; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX item_absence_item ON council.item_absence USING btree (item_id);


--
-- Name: item_state_marked; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX item_state_marked ON council.item_state USING btree (meeting_id) WHERE marked;


--
-- Name: item_state_meeting; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX item_state_meeting ON council.item_state USING btree (meeting_id, "position");


--
-- Name: meeting_event_ref; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX meeting_event_ref ON council.meeting_event USING btree (ref_event_id) WHERE (ref_event_id IS NOT NULL);


--
-- Name: meeting_organization_back; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX meeting_organization_back ON council.meeting_organization USING btree (organization_id, meeting_id);


--
-- Name: meeting_organization_id; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX meeting_organization_id ON council.meeting USING btree (organization_id, starts_at);


--
-- Name: meeting_starts_at; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX meeting_starts_at ON council.meeting USING btree (starts_at, id);


--
-- Name: meeting_text_item; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX meeting_text_item ON council.meeting_text USING btree (item_id);


--
-- Name: membership_organization; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX membership_organization ON council.membership USING btree (organization_id, sort_order);


--
-- Name: membership_person; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX membership_person ON council.membership USING btree (person_id);


--
-- Name: objection_item; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX objection_item ON council.objection USING btree (item_id);


--
-- Name: organization_name; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX organization_name ON council.organization USING btree (name, id);


--
-- Name: organization_search; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX organization_search ON council.organization USING gin (search council.gin_folded_ops);


--
-- Name: permission_organization; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX permission_organization ON council.permission USING btree (organization_id);


--
-- Name: person_name; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX person_name ON council.person USING btree (name, id);


--
-- Name: person_search; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX person_search ON council.person USING gin (search council.gin_folded_ops);


--
-- Name: substitution_substitute; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX substitution_substitute ON council.substitution USING btree (substitute_id);


--
-- Name: task_due; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX task_due ON council.task USING btree (due, event_id);


--
-- Name: vote_event_item; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX vote_event_item ON council.vote_event USING btree (item_id);


--
-- Name: vote_event_meeting; Type: INDEX; Schema: council; Owner: ratstisch_owner
--

CREATE INDEX vote_event_meeting ON council.vote_event USING btree (meeting_id, seq);


--
-- Name: account a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.account FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('administer');


--
-- Name: agenda_item a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.agenda_item FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('plan');


--
-- Name: location a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.location FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('master');


--
-- Name: meeting a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.meeting FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('plan');


--
-- Name: meeting_day a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.meeting_day FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('plan');


--
-- Name: meeting_organization a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.meeting_organization FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('plan');


--
-- Name: membership a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.membership FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('master');


--
-- Name: organization a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.organization FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('master');


--
-- Name: permission a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.permission FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('administer');


--
-- Name: person a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.person FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('master');


--
-- Name: standard_item a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.standard_item FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('master');


--
-- Name: substitution a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.substitution FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('master');


--
-- Name: text_module a_right; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER a_right BEFORE INSERT OR DELETE OR UPDATE ON council.text_module FOR EACH STATEMENT EXECUTE FUNCTION council.require_right('plan');


--
-- Name: account account_changed; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER account_changed AFTER INSERT OR DELETE OR UPDATE ON council.account FOR EACH ROW EXECUTE FUNCTION council.account_changed();


--
-- Name: agenda_version append_only; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON council.agenda_version FOR EACH ROW EXECUTE FUNCTION council.refuse_change();


--
-- Name: agenda_version_item append_only; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON council.agenda_version_item FOR EACH ROW EXECUTE FUNCTION council.refuse_change();


--
-- Name: change append_only; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON council.change FOR EACH ROW EXECUTE FUNCTION council.refuse_change();


--
-- Name: meeting_event append_only; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON council.meeting_event FOR EACH ROW EXECUTE FUNCTION council.refuse_change();


--
-- Name: minutes append_only; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON council.minutes FOR EACH ROW EXECUTE FUNCTION council.refuse_change();


--
-- Name: agenda_version append_only_all; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON council.agenda_version FOR EACH STATEMENT EXECUTE FUNCTION council.refuse_change();


--
-- Name: agenda_version_item append_only_all; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON council.agenda_version_item FOR EACH STATEMENT EXECUTE FUNCTION council.refuse_change();


--
-- Name: change append_only_all; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON council.change FOR EACH STATEMENT EXECUTE FUNCTION council.refuse_change();


--
-- Name: meeting_event append_only_all; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON council.meeting_event FOR EACH STATEMENT EXECUTE FUNCTION council.refuse_change();


--
-- Name: minutes append_only_all; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER append_only_all BEFORE TRUNCATE ON council.minutes FOR EACH STATEMENT EXECUTE FUNCTION council.refuse_change();


--
-- Name: meeting collect_organizations; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER collect_organizations BEFORE INSERT OR UPDATE OF organization_id ON council.meeting FOR EACH ROW EXECUTE FUNCTION council.collect_organizations();


--
-- Name: agenda_item guard_agenda; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER guard_agenda BEFORE INSERT OR DELETE OR UPDATE ON council.agenda_item FOR EACH ROW EXECUTE FUNCTION council.guard_agenda();


--
-- Name: agenda_item inherit_organizations; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER inherit_organizations BEFORE INSERT OR UPDATE OF meeting_id ON council.agenda_item FOR EACH ROW EXECUTE FUNCTION council.inherit_organizations();


--
-- Name: account journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.account FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: agenda_item journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.agenda_item FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: body journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.body FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: legislative_term journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.legislative_term FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: location journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.location FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: meeting journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.meeting FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: membership journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.membership FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: objection journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.objection FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: organization journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.organization FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: permission journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.permission FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: person journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.person FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: rule journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.rule FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: rule_set journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.rule_set FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: standard_item journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.standard_item FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: substitution journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.substitution FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: text_module journal; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal AFTER INSERT OR DELETE OR UPDATE ON council.text_module FOR EACH ROW EXECUTE FUNCTION council.journal();


--
-- Name: meeting_day journal_day; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal_day AFTER INSERT OR DELETE OR UPDATE ON council.meeting_day FOR EACH ROW EXECUTE FUNCTION council.journal('day');


--
-- Name: meeting_organization journal_organization; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER journal_organization AFTER INSERT OR DELETE ON council.meeting_organization FOR EACH ROW EXECUTE FUNCTION council.journal('organization_id');


--
-- Name: permission permission_changed; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER permission_changed AFTER INSERT OR DELETE OR UPDATE ON council.permission FOR EACH ROW EXECUTE FUNCTION council.permission_changed();


--
-- Name: meeting_organization refresh_meeting; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER refresh_meeting AFTER INSERT OR DELETE ON council.meeting_organization FOR EACH ROW EXECUTE FUNCTION council.refresh_meeting();


--
-- Name: meeting spread_organizations; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER spread_organizations AFTER UPDATE OF organization_id ON council.meeting FOR EACH ROW EXECUTE FUNCTION council.spread_organizations();


--
-- Name: account stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.account FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: agenda_item stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.agenda_item FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: body stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.body FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: legislative_term stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.legislative_term FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: location stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.location FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: meeting stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.meeting FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: membership stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.membership FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: objection stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.objection FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: organization stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.organization FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: permission stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.permission FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: person stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.person FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: rule stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.rule FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: rule_set stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.rule_set FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: standard_item stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.standard_item FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: substitution stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.substitution FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: text_module stamp; Type: TRIGGER; Schema: council; Owner: ratstisch_owner
--

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON council.text_module FOR EACH ROW EXECUTE FUNCTION council.stamp_row();


--
-- Name: account account_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.account
    ADD CONSTRAINT account_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: agenda_item agenda_item_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.agenda_item
    ADD CONSTRAINT agenda_item_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: agenda_version_item agenda_version_item_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.agenda_version_item
    ADD CONSTRAINT agenda_version_item_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id);


--
-- Name: agenda_version_item agenda_version_item_meeting_id_version_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.agenda_version_item
    ADD CONSTRAINT agenda_version_item_meeting_id_version_fkey FOREIGN KEY (meeting_id, version) REFERENCES council.agenda_version(meeting_id, version) ON DELETE CASCADE;


--
-- Name: agenda_version agenda_version_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.agenda_version
    ADD CONSTRAINT agenda_version_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: amendment amendment_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.amendment
    ADD CONSTRAINT amendment_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: amendment amendment_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.amendment
    ADD CONSTRAINT amendment_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: amendment amendment_organization_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.amendment
    ADD CONSTRAINT amendment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES council.organization(id);


--
-- Name: amendment amendment_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.amendment
    ADD CONSTRAINT amendment_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: announced_absence announced_absence_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.announced_absence
    ADD CONSTRAINT announced_absence_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: announced_absence announced_absence_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.announced_absence
    ADD CONSTRAINT announced_absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: attendance attendance_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.attendance
    ADD CONSTRAINT attendance_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: attendance attendance_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.attendance
    ADD CONSTRAINT attendance_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: attendance attendance_substitute_for_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.attendance
    ADD CONSTRAINT attendance_substitute_for_id_fkey FOREIGN KEY (substitute_for_id) REFERENCES council.person(id);


--
-- Name: body body_rule_set_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.body
    ADD CONSTRAINT body_rule_set_id_fkey FOREIGN KEY (rule_set_id) REFERENCES council.rule_set(id);


--
-- Name: election election_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.election
    ADD CONSTRAINT election_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: election election_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.election
    ADD CONSTRAINT election_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: guest guest_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.guest
    ADD CONSTRAINT guest_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: guest guest_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.guest
    ADD CONSTRAINT guest_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: item_absence item_absence_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.item_absence
    ADD CONSTRAINT item_absence_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: item_absence item_absence_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.item_absence
    ADD CONSTRAINT item_absence_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: item_absence item_absence_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.item_absence
    ADD CONSTRAINT item_absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: item_state item_state_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.item_state
    ADD CONSTRAINT item_state_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: item_state item_state_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.item_state
    ADD CONSTRAINT item_state_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: legislative_term legislative_term_body_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.legislative_term
    ADD CONSTRAINT legislative_term_body_id_fkey FOREIGN KEY (body_id) REFERENCES council.body(id);


--
-- Name: location location_body_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.location
    ADD CONSTRAINT location_body_id_fkey FOREIGN KEY (body_id) REFERENCES council.body(id);


--
-- Name: meeting meeting_body_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting
    ADD CONSTRAINT meeting_body_id_fkey FOREIGN KEY (body_id) REFERENCES council.body(id);


--
-- Name: meeting_day meeting_day_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_day
    ADD CONSTRAINT meeting_day_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: meeting_event meeting_event_kind_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_event
    ADD CONSTRAINT meeting_event_kind_fkey FOREIGN KEY (kind) REFERENCES council.event_kind(kind);


--
-- Name: meeting_event meeting_event_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_event
    ADD CONSTRAINT meeting_event_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id);


--
-- Name: meeting meeting_location_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting
    ADD CONSTRAINT meeting_location_id_fkey FOREIGN KEY (location_id) REFERENCES council.location(id);


--
-- Name: meeting meeting_organization_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting
    ADD CONSTRAINT meeting_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES council.organization(id);


--
-- Name: meeting_organization meeting_organization_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_organization
    ADD CONSTRAINT meeting_organization_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: meeting_organization meeting_organization_organization_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_organization
    ADD CONSTRAINT meeting_organization_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES council.organization(id);


--
-- Name: meeting_text meeting_text_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_text
    ADD CONSTRAINT meeting_text_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: meeting_text meeting_text_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_text
    ADD CONSTRAINT meeting_text_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: meeting_text meeting_text_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.meeting_text
    ADD CONSTRAINT meeting_text_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: membership membership_on_behalf_of_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.membership
    ADD CONSTRAINT membership_on_behalf_of_id_fkey FOREIGN KEY (on_behalf_of_id) REFERENCES council.organization(id);


--
-- Name: membership membership_organization_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.membership
    ADD CONSTRAINT membership_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES council.organization(id);


--
-- Name: membership membership_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.membership
    ADD CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: minutes minutes_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.minutes
    ADD CONSTRAINT minutes_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id);


--
-- Name: objection objection_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.objection
    ADD CONSTRAINT objection_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id);


--
-- Name: objection objection_meeting_id_minutes_version_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.objection
    ADD CONSTRAINT objection_meeting_id_minutes_version_fkey FOREIGN KEY (meeting_id, minutes_version) REFERENCES council.minutes(meeting_id, version);


--
-- Name: objection objection_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.objection
    ADD CONSTRAINT objection_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: organization organization_body_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.organization
    ADD CONSTRAINT organization_body_id_fkey FOREIGN KEY (body_id) REFERENCES council.body(id);


--
-- Name: organization organization_parent_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.organization
    ADD CONSTRAINT organization_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES council.organization(id);


--
-- Name: pen pen_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.pen
    ADD CONSTRAINT pen_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: permission permission_account_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.permission
    ADD CONSTRAINT permission_account_id_fkey FOREIGN KEY (account_id) REFERENCES council.account(id) ON DELETE CASCADE;


--
-- Name: permission permission_organization_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.permission
    ADD CONSTRAINT permission_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES council.organization(id);


--
-- Name: person person_body_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.person
    ADD CONSTRAINT person_body_id_fkey FOREIGN KEY (body_id) REFERENCES council.body(id);


--
-- Name: projector projector_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.projector
    ADD CONSTRAINT projector_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: projector projector_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.projector
    ADD CONSTRAINT projector_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: quorum_check quorum_check_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.quorum_check
    ADD CONSTRAINT quorum_check_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: quorum_check quorum_check_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.quorum_check
    ADD CONSTRAINT quorum_check_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: rule rule_rule_set_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.rule
    ADD CONSTRAINT rule_rule_set_id_fkey FOREIGN KEY (rule_set_id) REFERENCES council.rule_set(id) ON DELETE CASCADE;


--
-- Name: rule_set rule_set_parent_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.rule_set
    ADD CONSTRAINT rule_set_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES council.rule_set(id);


--
-- Name: seat_allocation seat_allocation_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.seat_allocation
    ADD CONSTRAINT seat_allocation_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: seat_allocation seat_allocation_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.seat_allocation
    ADD CONSTRAINT seat_allocation_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: sitting sitting_chair_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.sitting
    ADD CONSTRAINT sitting_chair_id_fkey FOREIGN KEY (chair_id) REFERENCES council.person(id);


--
-- Name: sitting sitting_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.sitting
    ADD CONSTRAINT sitting_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: speaker speaker_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.speaker
    ADD CONSTRAINT speaker_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: speaker speaker_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.speaker
    ADD CONSTRAINT speaker_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: speaker speaker_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.speaker
    ADD CONSTRAINT speaker_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: standard_item standard_item_organization_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.standard_item
    ADD CONSTRAINT standard_item_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES council.organization(id) ON DELETE CASCADE;


--
-- Name: substitution substitution_for_group_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.substitution
    ADD CONSTRAINT substitution_for_group_id_fkey FOREIGN KEY (for_group_id) REFERENCES council.organization(id);


--
-- Name: substitution substitution_for_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.substitution
    ADD CONSTRAINT substitution_for_person_id_fkey FOREIGN KEY (for_person_id) REFERENCES council.person(id);


--
-- Name: substitution substitution_organization_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.substitution
    ADD CONSTRAINT substitution_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES council.organization(id);


--
-- Name: substitution substitution_substitute_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.substitution
    ADD CONSTRAINT substitution_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES council.person(id);


--
-- Name: task task_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.task
    ADD CONSTRAINT task_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: task task_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.task
    ADD CONSTRAINT task_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: text_module text_module_organization_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.text_module
    ADD CONSTRAINT text_module_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES council.organization(id);


--
-- Name: vote_count vote_count_event_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.vote_count
    ADD CONSTRAINT vote_count_event_id_fkey FOREIGN KEY (event_id) REFERENCES council.vote_event(event_id) ON DELETE CASCADE;


--
-- Name: vote vote_event_id_mode_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.vote
    ADD CONSTRAINT vote_event_id_mode_fkey FOREIGN KEY (event_id, mode) REFERENCES council.vote_event(event_id, mode) ON DELETE CASCADE;


--
-- Name: vote_event vote_event_item_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.vote_event
    ADD CONSTRAINT vote_event_item_id_fkey FOREIGN KEY (item_id) REFERENCES council.agenda_item(id) ON DELETE CASCADE;


--
-- Name: vote_event vote_event_meeting_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.vote_event
    ADD CONSTRAINT vote_event_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES council.meeting(id) ON DELETE CASCADE;


--
-- Name: vote vote_person_id_fkey; Type: FK CONSTRAINT; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE ONLY council.vote
    ADD CONSTRAINT vote_person_id_fkey FOREIGN KEY (person_id) REFERENCES council.person(id);


--
-- Name: account; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.account ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_item; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.agenda_item ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_version; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.agenda_version ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_version_item; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.agenda_version_item ENABLE ROW LEVEL SECURITY;

--
-- Name: amendment; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.amendment ENABLE ROW LEVEL SECURITY;

--
-- Name: announced_absence; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.announced_absence ENABLE ROW LEVEL SECURITY;

--
-- Name: attendance; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.attendance ENABLE ROW LEVEL SECURITY;

--
-- Name: body; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.body ENABLE ROW LEVEL SECURITY;

--
-- Name: change; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.change ENABLE ROW LEVEL SECURITY;

--
-- Name: organization delete; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY delete ON council.organization FOR DELETE TO ratstisch_reader USING (( SELECT council.may(NULL::bigint, 'master'::text) AS may));


--
-- Name: election; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.election ENABLE ROW LEVEL SECURITY;

--
-- Name: event_kind; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.event_kind ENABLE ROW LEVEL SECURITY;

--
-- Name: guest; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.guest ENABLE ROW LEVEL SECURITY;

--
-- Name: organization insert; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY insert ON council.organization FOR INSERT TO ratstisch_reader WITH CHECK (( SELECT council.may(NULL::bigint, 'master'::text) AS may));


--
-- Name: item_absence; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.item_absence ENABLE ROW LEVEL SECURITY;

--
-- Name: item_state; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.item_state ENABLE ROW LEVEL SECURITY;

--
-- Name: legislative_term; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.legislative_term ENABLE ROW LEVEL SECURITY;

--
-- Name: location; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.location ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.meeting ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_day; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.meeting_day ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_event; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.meeting_event ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_organization; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.meeting_organization ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_text; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.meeting_text ENABLE ROW LEVEL SECURITY;

--
-- Name: membership; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.membership ENABLE ROW LEVEL SECURITY;

--
-- Name: minutes; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.minutes ENABLE ROW LEVEL SECURITY;

--
-- Name: objection; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.objection ENABLE ROW LEVEL SECURITY;

--
-- Name: organization; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.organization ENABLE ROW LEVEL SECURITY;

--
-- Name: saved_filter own; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY own ON council.saved_filter TO ratstisch_reader USING ((account = ( SELECT council.invoker() AS invoker))) WITH CHECK ((account = ( SELECT council.invoker() AS invoker)));


--
-- Name: pen; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.pen ENABLE ROW LEVEL SECURITY;

--
-- Name: permission; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.permission ENABLE ROW LEVEL SECURITY;

--
-- Name: person; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.person ENABLE ROW LEVEL SECURITY;

--
-- Name: projector; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.projector ENABLE ROW LEVEL SECURITY;

--
-- Name: quorum_check; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.quorum_check ENABLE ROW LEVEL SECURITY;

--
-- Name: account read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.account FOR SELECT TO ratstisch_public USING (((login = ( SELECT council.invoker() AS invoker)) OR ( SELECT council.may(NULL::bigint, 'administer'::text) AS may)));


--
-- Name: agenda_item read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.agenda_item FOR SELECT TO ratstisch_public USING (((is_public AND (( SELECT council.is_staff() AS is_staff) OR (EXISTS ( SELECT
   FROM council.meeting m
  WHERE (m.id = agenda_item.meeting_id))))) OR (organizations && ( SELECT council.visible_organizations() AS visible_organizations))));


--
-- Name: agenda_version read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.agenda_version FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE (m.id = agenda_version.meeting_id))));


--
-- Name: agenda_version_item read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.agenda_version_item FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.agenda_item i
  WHERE ((i.id = agenda_version_item.item_id) AND (agenda_version_item.public OR (i.organizations && ( SELECT council.visible_organizations() AS visible_organizations)))))));


--
-- Name: amendment read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.amendment FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.agenda_item i
  WHERE (i.id = amendment.item_id))));


--
-- Name: announced_absence read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.announced_absence FOR SELECT TO ratstisch_reader USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE ((m.id = announced_absence.meeting_id) AND (m.organizations && ( SELECT council.visible_organizations() AS visible_organizations))))));


--
-- Name: attendance read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.attendance FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE (m.id = attendance.meeting_id))));


--
-- Name: body read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.body FOR SELECT TO ratstisch_public USING (true);


--
-- Name: change read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.change FOR SELECT TO ratstisch_reader USING (((public AND ( SELECT council.is_staff() AS is_staff)) OR (organizations && ( SELECT council.visible_organizations() AS visible_organizations)) OR ((organizations = '{}'::bigint[]) AND ( SELECT council.may(NULL::bigint, 'administer'::text) AS may))));


--
-- Name: election read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.election FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.agenda_item i
  WHERE (i.id = election.item_id))));


--
-- Name: event_kind read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.event_kind FOR SELECT TO ratstisch_public USING (true);


--
-- Name: guest read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.guest FOR SELECT TO ratstisch_reader USING (
CASE
    WHEN (item_id IS NULL) THEN (EXISTS ( SELECT
       FROM council.meeting m
      WHERE ((m.id = guest.meeting_id) AND (m.organizations && ( SELECT council.visible_organizations() AS visible_organizations)))))
    ELSE (EXISTS ( SELECT
       FROM council.agenda_item i
      WHERE (i.id = guest.item_id)))
END);


--
-- Name: item_absence read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.item_absence FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.agenda_item i
  WHERE (i.id = item_absence.item_id))));


--
-- Name: item_state read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.item_state FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.agenda_item i
  WHERE (i.id = item_state.item_id))));


--
-- Name: legislative_term read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.legislative_term FOR SELECT TO ratstisch_public USING (true);


--
-- Name: location read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.location FOR SELECT TO ratstisch_public USING (true);


--
-- Name: meeting read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.meeting FOR SELECT TO ratstisch_public USING (((state <> 'planned'::text) OR ( SELECT council.is_staff() AS is_staff)));


--
-- Name: meeting_day read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.meeting_day FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE (m.id = meeting_day.meeting_id))));


--
-- Name: meeting_event read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.meeting_event FOR SELECT TO ratstisch_reader USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE ((m.id = meeting_event.meeting_id) AND (m.organizations && ( SELECT council.visible_organizations() AS visible_organizations))))));


--
-- Name: meeting_organization read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.meeting_organization FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE (m.id = meeting_organization.meeting_id))));


--
-- Name: meeting_text read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.meeting_text FOR SELECT TO ratstisch_reader USING (
CASE
    WHEN (item_id IS NULL) THEN (EXISTS ( SELECT
       FROM council.meeting m
      WHERE ((m.id = meeting_text.meeting_id) AND (m.organizations && ( SELECT council.visible_organizations() AS visible_organizations)))))
    ELSE (EXISTS ( SELECT
       FROM council.agenda_item i
      WHERE (i.id = meeting_text.item_id)))
END);


--
-- Name: membership read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.membership FOR SELECT TO ratstisch_public USING (true);


--
-- Name: minutes read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.minutes FOR SELECT TO ratstisch_reader USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE (m.id = minutes.meeting_id))));


--
-- Name: objection read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.objection FOR SELECT TO ratstisch_reader USING (
CASE
    WHEN (item_id IS NULL) THEN (EXISTS ( SELECT
       FROM council.meeting m
      WHERE ((m.id = objection.meeting_id) AND (m.organizations && ( SELECT council.visible_organizations() AS visible_organizations)))))
    ELSE (EXISTS ( SELECT
       FROM council.agenda_item i
      WHERE (i.id = objection.item_id)))
END);


--
-- Name: organization read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.organization FOR SELECT TO ratstisch_public USING (true);


--
-- Name: pen read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.pen FOR SELECT TO ratstisch_reader USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE ((m.id = pen.meeting_id) AND (m.organizations && ( SELECT council.visible_organizations() AS visible_organizations))))));


--
-- Name: permission read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.permission FOR SELECT TO ratstisch_public USING ((( SELECT council.may(NULL::bigint, 'administer'::text) AS may) OR (account_id = ( SELECT a.id
   FROM council.account a
  WHERE (a.login = ( SELECT council.invoker() AS invoker))))));


--
-- Name: person read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.person FOR SELECT TO ratstisch_public USING (true);


--
-- Name: projector read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.projector FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.agenda_item i
  WHERE (i.id = projector.item_id))));


--
-- Name: quorum_check read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.quorum_check FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE (m.id = quorum_check.meeting_id))));


--
-- Name: role_right read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.role_right FOR SELECT TO ratstisch_public USING (true);


--
-- Name: rule read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.rule FOR SELECT TO ratstisch_public USING (true);


--
-- Name: rule_set read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.rule_set FOR SELECT TO ratstisch_public USING (true);


--
-- Name: schema_version read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.schema_version FOR SELECT TO ratstisch_public USING (true);


--
-- Name: seat_allocation read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.seat_allocation FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.agenda_item i
  WHERE (i.id = seat_allocation.item_id))));


--
-- Name: sitting read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.sitting FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE (m.id = sitting.meeting_id))));


--
-- Name: speaker read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.speaker FOR SELECT TO ratstisch_reader USING (
CASE
    WHEN (item_id IS NULL) THEN (EXISTS ( SELECT
       FROM council.meeting m
      WHERE ((m.id = speaker.meeting_id) AND (m.organizations && ( SELECT council.visible_organizations() AS visible_organizations)))))
    ELSE (EXISTS ( SELECT
       FROM council.agenda_item i
      WHERE (i.id = speaker.item_id)))
END);


--
-- Name: standard_item read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.standard_item FOR SELECT TO ratstisch_public USING (true);


--
-- Name: substitution read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.substitution FOR SELECT TO ratstisch_public USING (true);


--
-- Name: task read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.task FOR SELECT TO ratstisch_reader USING (
CASE
    WHEN (item_id IS NULL) THEN (EXISTS ( SELECT
       FROM council.meeting m
      WHERE ((m.id = task.meeting_id) AND (m.organizations && ( SELECT council.visible_organizations() AS visible_organizations)))))
    ELSE (EXISTS ( SELECT
       FROM council.agenda_item i
      WHERE (i.id = task.item_id)))
END);


--
-- Name: text_module read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.text_module FOR SELECT TO ratstisch_reader USING (true);


--
-- Name: vote read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.vote FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.vote_event v
  WHERE (v.event_id = vote.event_id))));


--
-- Name: vote_count read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.vote_count FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.vote_event v
  WHERE (v.event_id = vote_count.event_id))));


--
-- Name: vote_event read; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read ON council.vote_event FOR SELECT TO ratstisch_public USING ((EXISTS ( SELECT
   FROM council.agenda_item i
  WHERE (i.id = vote_event.item_id))));


--
-- Name: meeting_text read_signed; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY read_signed ON council.meeting_text FOR SELECT TO ratstisch_public USING (((slot = 'resolution'::text) AND (EXISTS ( SELECT
   FROM (council.agenda_item i
     JOIN council.meeting m ON (((m.id = i.meeting_id) AND (m.state = 'signed'::text))))
  WHERE (i.id = meeting_text.item_id)))));


--
-- Name: role_right; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.role_right ENABLE ROW LEVEL SECURITY;

--
-- Name: rule; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.rule ENABLE ROW LEVEL SECURITY;

--
-- Name: rule_set; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.rule_set ENABLE ROW LEVEL SECURITY;

--
-- Name: saved_filter; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.saved_filter ENABLE ROW LEVEL SECURITY;

--
-- Name: schema_version; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.schema_version ENABLE ROW LEVEL SECURITY;

--
-- Name: seat_allocation; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.seat_allocation ENABLE ROW LEVEL SECURITY;

--
-- Name: sitting; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.sitting ENABLE ROW LEVEL SECURITY;

--
-- Name: speaker; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.speaker ENABLE ROW LEVEL SECURITY;

--
-- Name: standard_item; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.standard_item ENABLE ROW LEVEL SECURITY;

--
-- Name: substitution; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.substitution ENABLE ROW LEVEL SECURITY;

--
-- Name: task; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.task ENABLE ROW LEVEL SECURITY;

--
-- Name: text_module; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.text_module ENABLE ROW LEVEL SECURITY;

--
-- Name: organization update; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY update ON council.organization FOR UPDATE TO ratstisch_reader USING ((id = ANY (( SELECT council.organizations_with('master'::text) AS organizations_with)::bigint[])));


--
-- Name: vote; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.vote ENABLE ROW LEVEL SECURITY;

--
-- Name: vote_count; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.vote_count ENABLE ROW LEVEL SECURITY;

--
-- Name: vote_event; Type: ROW SECURITY; Schema: council; Owner: ratstisch_owner
--

ALTER TABLE council.vote_event ENABLE ROW LEVEL SECURITY;

--
-- Name: account write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.account TO ratstisch_reader USING (( SELECT council.may(NULL::bigint, 'administer'::text) AS may)) WITH CHECK (( SELECT council.may(NULL::bigint, 'administer'::text) AS may));


--
-- Name: agenda_item write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.agenda_item TO ratstisch_reader USING ((organizations && ( SELECT council.organizations_with('plan'::text) AS organizations_with))) WITH CHECK ((organizations && ( SELECT council.organizations_with('plan'::text) AS organizations_with)));


--
-- Name: location write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.location TO ratstisch_reader USING (( SELECT council.may(NULL::bigint, 'master'::text) AS may)) WITH CHECK (( SELECT council.may(NULL::bigint, 'master'::text) AS may));


--
-- Name: meeting write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.meeting TO ratstisch_reader USING ((organization_id = ANY (( SELECT council.organizations_with('plan'::text) AS organizations_with)::bigint[]))) WITH CHECK ((organization_id = ANY (( SELECT council.organizations_with('plan'::text) AS organizations_with)::bigint[])));


--
-- Name: meeting_day write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.meeting_day TO ratstisch_reader USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE ((m.id = meeting_day.meeting_id) AND (m.organization_id = ANY (( SELECT council.organizations_with('plan'::text) AS organizations_with)::bigint[]))))));


--
-- Name: meeting_organization write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.meeting_organization TO ratstisch_reader USING ((EXISTS ( SELECT
   FROM council.meeting m
  WHERE ((m.id = meeting_organization.meeting_id) AND (m.organization_id = ANY (( SELECT council.organizations_with('plan'::text) AS organizations_with)::bigint[]))))));


--
-- Name: membership write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.membership TO ratstisch_reader USING ((organization_id = ANY (( SELECT council.organizations_with('master'::text) AS organizations_with)::bigint[]))) WITH CHECK ((organization_id = ANY (( SELECT council.organizations_with('master'::text) AS organizations_with)::bigint[])));


--
-- Name: permission write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.permission TO ratstisch_reader USING (( SELECT council.may(NULL::bigint, 'administer'::text) AS may)) WITH CHECK (( SELECT council.may(NULL::bigint, 'administer'::text) AS may));


--
-- Name: person write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.person TO ratstisch_reader USING (( SELECT council.may(NULL::bigint, 'master'::text) AS may)) WITH CHECK (( SELECT council.may(NULL::bigint, 'master'::text) AS may));


--
-- Name: standard_item write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.standard_item TO ratstisch_reader USING ((organization_id = ANY (( SELECT council.organizations_with('master'::text) AS organizations_with)::bigint[]))) WITH CHECK ((organization_id = ANY (( SELECT council.organizations_with('master'::text) AS organizations_with)::bigint[])));


--
-- Name: substitution write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.substitution TO ratstisch_reader USING ((organization_id = ANY (( SELECT council.organizations_with('master'::text) AS organizations_with)::bigint[]))) WITH CHECK ((organization_id = ANY (( SELECT council.organizations_with('master'::text) AS organizations_with)::bigint[])));


--
-- Name: text_module write; Type: POLICY; Schema: council; Owner: ratstisch_owner
--

CREATE POLICY write ON council.text_module TO ratstisch_reader USING (
CASE
    WHEN (organization_id IS NULL) THEN ( SELECT council.may(NULL::bigint, 'plan'::text) AS may)
    ELSE (organization_id = ANY (( SELECT council.organizations_with('plan'::text) AS organizations_with)::bigint[]))
END);


--
-- Name: SCHEMA api; Type: ACL; Schema: -; Owner: ratstisch_owner
--

GRANT USAGE ON SCHEMA api TO ratstisch_public;


--
-- Name: SCHEMA council; Type: ACL; Schema: -; Owner: ratstisch_owner
--

GRANT USAGE ON SCHEMA council TO ratstisch_public;


--
-- Name: FUNCTION add_administrator(login text, display_name text); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.add_administrator(login text, display_name text) FROM PUBLIC;


--
-- Name: FUNCTION add_standard_items(meeting_id bigint); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.add_standard_items(meeting_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION api.add_standard_items(meeting_id bigint) TO ratstisch_reader;


--
-- Name: FUNCTION append_event(event_id uuid, meeting_id bigint, at bigint, typed_at bigint, kind text, item_id uuid, person_id bigint, other_person_id bigint, organization_id bigint, ref_event_id uuid, slot text, mode text, rule text, outcome text, flag boolean, legal integer, entitled integer, present integer, yes integer, no integer, abstain integer, invalid integer, number text, text text, note text, persons text, choices text, labels text, counts text, due text, client uuid, OUT seq bigint, OUT appended_id uuid); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.append_event(event_id uuid, meeting_id bigint, at bigint, typed_at bigint, kind text, item_id uuid, person_id bigint, other_person_id bigint, organization_id bigint, ref_event_id uuid, slot text, mode text, rule text, outcome text, flag boolean, legal integer, entitled integer, present integer, yes integer, no integer, abstain integer, invalid integer, number text, text text, note text, persons text, choices text, labels text, counts text, due text, client uuid, OUT seq bigint, OUT appended_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION api.append_event(event_id uuid, meeting_id bigint, at bigint, typed_at bigint, kind text, item_id uuid, person_id bigint, other_person_id bigint, organization_id bigint, ref_event_id uuid, slot text, mode text, rule text, outcome text, flag boolean, legal integer, entitled integer, present integer, yes integer, no integer, abstain integer, invalid integer, number text, text text, note text, persons text, choices text, labels text, counts text, due text, client uuid, OUT seq bigint, OUT appended_id uuid) TO ratstisch_reader;


--
-- Name: FUNCTION attendance_items(meeting_id bigint); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.attendance_items(meeting_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION api.attendance_items(meeting_id bigint) TO ratstisch_reader;


--
-- Name: FUNCTION change_fields(change_id uuid); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.change_fields(change_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION api.change_fields(change_id uuid) TO ratstisch_public;


--
-- Name: FUNCTION check_ledger(meeting_id bigint); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.check_ledger(meeting_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION api.check_ledger(meeting_id bigint) TO ratstisch_reader;


--
-- Name: FUNCTION code_label(kind text, code text); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.code_label(kind text, code text) FROM PUBLIC;
GRANT ALL ON FUNCTION api.code_label(kind text, code text) TO ratstisch_public;


--
-- Name: FUNCTION completion(fragment text); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.completion(fragment text) FROM PUBLIC;
GRANT ALL ON FUNCTION api.completion(fragment text) TO ratstisch_public;


--
-- Name: FUNCTION jump(fragment text); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.jump(fragment text) FROM PUBLIC;
GRANT ALL ON FUNCTION api.jump(fragment text) TO ratstisch_public;


--
-- Name: FUNCTION keep_pen(meeting_id bigint, client uuid); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.keep_pen(meeting_id bigint, client uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION api.keep_pen(meeting_id bigint, client uuid) TO ratstisch_reader;


--
-- Name: FUNCTION release_pen(meeting_id bigint, client uuid); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.release_pen(meeting_id bigint, client uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION api.release_pen(meeting_id bigint, client uuid) TO ratstisch_reader;


--
-- Name: FUNCTION role_label(role text, gender text, council boolean); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.role_label(role text, gender text, council boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION api.role_label(role text, gender text, council boolean) TO ratstisch_public;


--
-- Name: FUNCTION save_objection(id bigint, version bigint, meeting_id bigint, item_id uuid, person_id bigint, text text, state text, decision text, OUT saved_id bigint, OUT saved_version bigint); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.save_objection(id bigint, version bigint, meeting_id bigint, item_id uuid, person_id bigint, text text, state text, decision text, OUT saved_id bigint, OUT saved_version bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION api.save_objection(id bigint, version bigint, meeting_id bigint, item_id uuid, person_id bigint, text text, state text, decision text, OUT saved_id bigint, OUT saved_version bigint) TO ratstisch_reader;


--
-- Name: FUNCTION send_agenda(meeting_id bigint, note text); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.send_agenda(meeting_id bigint, note text) FROM PUBLIC;
GRANT ALL ON FUNCTION api.send_agenda(meeting_id bigint, note text) TO ratstisch_reader;


--
-- Name: FUNCTION sign_minutes(meeting_id bigint, chair text, minute_taker text, OUT version integer, OUT signed_at bigint); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.sign_minutes(meeting_id bigint, chair text, minute_taker text, OUT version integer, OUT signed_at bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION api.sign_minutes(meeting_id bigint, chair text, minute_taker text, OUT version integer, OUT signed_at bigint) TO ratstisch_reader;


--
-- Name: FUNCTION take_pen(meeting_id bigint, client uuid, force boolean, OUT mine boolean, OUT holder text, OUT since bigint); Type: ACL; Schema: api; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION api.take_pen(meeting_id bigint, client uuid, force boolean, OUT mine boolean, OUT holder text, OUT since bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION api.take_pen(meeting_id bigint, client uuid, force boolean, OUT mine boolean, OUT holder text, OUT since bigint) TO ratstisch_reader;


--
-- Name: FUNCTION account_changed(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.account_changed() FROM PUBLIC;


--
-- Name: TABLE meeting_event; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.meeting_event TO ratstisch_reader;


--
-- Name: FUNCTION add_item(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.add_item(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION announce_absence(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.announce_absence(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION check_chain(meeting_id bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.check_chain(meeting_id bigint) FROM PUBLIC;


--
-- Name: FUNCTION check_meeting(meeting_id bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.check_meeting(meeting_id bigint) FROM PUBLIC;


--
-- Name: FUNCTION check_pen(meeting_id bigint, client uuid); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.check_pen(meeting_id bigint, client uuid) FROM PUBLIC;


--
-- Name: FUNCTION check_references(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.check_references(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION close_sitting(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.close_sitting(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION collect_organizations(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.collect_organizations() FROM PUBLIC;


--
-- Name: FUNCTION end_interval(e council.meeting_event, person bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.end_interval(e council.meeting_event, person bigint) FROM PUBLIC;


--
-- Name: FUNCTION end_open_item(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.end_open_item(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION event_canonical(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.event_canonical(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION event_fields(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.event_fields(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION event_hash(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.event_hash(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION find_items(pattern text, number_pattern text, most integer); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.find_items(pattern text, number_pattern text, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION council.find_items(pattern text, number_pattern text, most integer) TO ratstisch_public;


--
-- Name: FUNCTION fold_number(value text); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.fold_number(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION council.fold_number(value text) TO ratstisch_public;


--
-- Name: FUNCTION fold_text(value text); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.fold_text(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION council.fold_text(value text) TO ratstisch_public;


--
-- Name: FUNCTION from_micros(micros bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.from_micros(micros bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION council.from_micros(micros bigint) TO ratstisch_public;


--
-- Name: FUNCTION guard_agenda(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.guard_agenda() FROM PUBLIC;


--
-- Name: FUNCTION inherit_organizations(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.inherit_organizations() FROM PUBLIC;


--
-- Name: FUNCTION invoker(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.invoker() FROM PUBLIC;
GRANT ALL ON FUNCTION council.invoker() TO ratstisch_public;


--
-- Name: FUNCTION is_staff(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.is_staff() FROM PUBLIC;
GRANT ALL ON FUNCTION council.is_staff() TO ratstisch_public;


--
-- Name: FUNCTION journal(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.journal() FROM PUBLIC;


--
-- Name: FUNCTION lay_agenda(meeting_id bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.lay_agenda(meeting_id bigint) FROM PUBLIC;


--
-- Name: FUNCTION like_pattern(typed text); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.like_pattern(typed text) FROM PUBLIC;
GRANT ALL ON FUNCTION council.like_pattern(typed text) TO ratstisch_public;


--
-- Name: TABLE meeting; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.meeting TO ratstisch_public;
GRANT DELETE ON TABLE council.meeting TO ratstisch_reader;


--
-- Name: COLUMN meeting.body_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(body_id) ON TABLE council.meeting TO ratstisch_reader;


--
-- Name: COLUMN meeting.organization_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(organization_id),UPDATE(organization_id) ON TABLE council.meeting TO ratstisch_reader;


--
-- Name: COLUMN meeting.number; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(number),UPDATE(number) ON TABLE council.meeting TO ratstisch_reader;


--
-- Name: COLUMN meeting.name; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(name),UPDATE(name) ON TABLE council.meeting TO ratstisch_reader;


--
-- Name: COLUMN meeting.starts_at; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(starts_at),UPDATE(starts_at) ON TABLE council.meeting TO ratstisch_reader;


--
-- Name: COLUMN meeting.ends_at; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(ends_at),UPDATE(ends_at) ON TABLE council.meeting TO ratstisch_reader;


--
-- Name: COLUMN meeting.location_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(location_id),UPDATE(location_id) ON TABLE council.meeting TO ratstisch_reader;


--
-- Name: FUNCTION lock_meeting(meeting_id bigint, VARIADIC rights text[]); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.lock_meeting(meeting_id bigint, VARIADIC rights text[]) FROM PUBLIC;


--
-- Name: FUNCTION may(organization_id bigint, wanted text); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.may(organization_id bigint, wanted text) FROM PUBLIC;
GRANT ALL ON FUNCTION council.may(organization_id bigint, wanted text) TO ratstisch_public;


--
-- Name: FUNCTION micros(at timestamp with time zone); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.micros(at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION council.micros(at timestamp with time zone) TO ratstisch_public;


--
-- Name: FUNCTION open_sitting(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.open_sitting(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION organization_rule(organization_id bigint, key text, on_date date); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.organization_rule(organization_id bigint, key text, on_date date) FROM PUBLIC;
GRANT ALL ON FUNCTION council.organization_rule(organization_id bigint, key text, on_date date) TO ratstisch_public;


--
-- Name: FUNCTION organizations_with(wanted text); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.organizations_with(wanted text) FROM PUBLIC;
GRANT ALL ON FUNCTION council.organizations_with(wanted text) TO ratstisch_public;


--
-- Name: FUNCTION pen_lease(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.pen_lease() FROM PUBLIC;


--
-- Name: FUNCTION permission_changed(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.permission_changed() FROM PUBLIC;


--
-- Name: FUNCTION place_item(meeting_id bigint, moved uuid, behind uuid); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.place_item(meeting_id bigint, moved uuid, behind uuid) FROM PUBLIC;


--
-- Name: FUNCTION project_ballots(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.project_ballots(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION project_election(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.project_election(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION project_event(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.project_event(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION project_item(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.project_item(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION project_one(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.project_one(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION project_presence(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.project_presence(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION project_sitting(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.project_sitting(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION project_vote(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.project_vote(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION project_words(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.project_words(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION projection_digests(meeting_id bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.projection_digests(meeting_id bigint) FROM PUBLIC;


--
-- Name: FUNCTION projection_tables(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.projection_tables() FROM PUBLIC;


--
-- Name: FUNCTION rebuild_projections(meeting_id bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.rebuild_projections(meeting_id bigint) FROM PUBLIC;


--
-- Name: FUNCTION rebuilt_digests(meeting_id bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.rebuilt_digests(meeting_id bigint) FROM PUBLIC;


--
-- Name: FUNCTION refresh_meeting(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.refresh_meeting() FROM PUBLIC;


--
-- Name: FUNCTION refuse_change(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.refuse_change() FROM PUBLIC;


--
-- Name: FUNCTION refuse_signed(m council.meeting); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.refuse_signed(m council.meeting) FROM PUBLIC;


--
-- Name: FUNCTION require_right(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.require_right() FROM PUBLIC;


--
-- Name: FUNCTION rule_value(rule_set_id bigint, key text, on_date date); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.rule_value(rule_set_id bigint, key text, on_date date) FROM PUBLIC;
GRANT ALL ON FUNCTION council.rule_value(rule_set_id bigint, key text, on_date date) TO ratstisch_public;


--
-- Name: FUNCTION settle_meeting(meeting_id bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.settle_meeting(meeting_id bigint) FROM PUBLIC;


--
-- Name: FUNCTION spread_organizations(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.spread_organizations() FROM PUBLIC;


--
-- Name: FUNCTION stamp_row(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.stamp_row() FROM PUBLIC;


--
-- Name: FUNCTION start_interval(e council.meeting_event, person bigint, substitute_for bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.start_interval(e council.meeting_event, person bigint, substitute_for bigint) FROM PUBLIC;


--
-- Name: FUNCTION store_event(e council.meeting_event); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.store_event(e council.meeting_event) FROM PUBLIC;


--
-- Name: FUNCTION sync_login(login text); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.sync_login(login text) FROM PUBLIC;


--
-- Name: FUNCTION touch_item(item_id uuid); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.touch_item(item_id uuid) FROM PUBLIC;


--
-- Name: FUNCTION undone_events(meeting_id bigint); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.undone_events(meeting_id bigint) FROM PUBLIC;


--
-- Name: FUNCTION visible_organizations(); Type: ACL; Schema: council; Owner: ratstisch_owner
--

REVOKE ALL ON FUNCTION council.visible_organizations() FROM PUBLIC;
GRANT ALL ON FUNCTION council.visible_organizations() TO ratstisch_public;


--
-- Name: TABLE agenda_item; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.agenda_item TO ratstisch_public;
GRANT DELETE ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(id) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.meeting_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(meeting_id) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.number; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(number),UPDATE(number) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item."position"; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT("position"),UPDATE("position") ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.title; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(title),UPDATE(title) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.public; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(public),UPDATE(public) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.standard; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(standard),UPDATE(standard) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.reference; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(reference),UPDATE(reference) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.paper_title; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(paper_title),UPDATE(paper_title) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.proposed_text; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(proposed_text),UPDATE(proposed_text) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.rule; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(rule),UPDATE(rule) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: COLUMN agenda_item.previous; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(previous),UPDATE(previous) ON TABLE council.agenda_item TO ratstisch_reader;


--
-- Name: TABLE agenda_version_item; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.agenda_version_item TO ratstisch_public;


--
-- Name: TABLE item_state; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.item_state TO ratstisch_public;


--
-- Name: TABLE agenda_item; Type: ACL; Schema: api; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE api.agenda_item TO ratstisch_public;


--
-- Name: COLUMN attendance.meeting_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(meeting_id) ON TABLE council.attendance TO ratstisch_public;


--
-- Name: COLUMN attendance.person_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(person_id) ON TABLE council.attendance TO ratstisch_public;


--
-- Name: COLUMN attendance.since_seq; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(since_seq) ON TABLE council.attendance TO ratstisch_public;


--
-- Name: COLUMN attendance.since; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(since) ON TABLE council.attendance TO ratstisch_public;


--
-- Name: COLUMN attendance.until; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(until) ON TABLE council.attendance TO ratstisch_public;


--
-- Name: COLUMN attendance.substitute_for_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(substitute_for_id) ON TABLE council.attendance TO ratstisch_public;


--
-- Name: TABLE person; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT,DELETE ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(id) ON TABLE council.person TO ratstisch_public;


--
-- Name: COLUMN person.body_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(body_id) ON TABLE council.person TO ratstisch_public;
GRANT INSERT(body_id) ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.family_name; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(family_name) ON TABLE council.person TO ratstisch_public;
GRANT INSERT(family_name),UPDATE(family_name) ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.given_name; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(given_name) ON TABLE council.person TO ratstisch_public;
GRANT INSERT(given_name),UPDATE(given_name) ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.particle; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(particle) ON TABLE council.person TO ratstisch_public;
GRANT INSERT(particle),UPDATE(particle) ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.title; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(title) ON TABLE council.person TO ratstisch_public;
GRANT INSERT(title),UPDATE(title) ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.form_of_address; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(form_of_address) ON TABLE council.person TO ratstisch_public;
GRANT INSERT(form_of_address),UPDATE(form_of_address) ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.gender; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(gender) ON TABLE council.person TO ratstisch_public;
GRANT INSERT(gender),UPDATE(gender) ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.abbreviation; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(abbreviation) ON TABLE council.person TO ratstisch_public;
GRANT INSERT(abbreviation),UPDATE(abbreviation) ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.email; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(email),UPDATE(email) ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.phone; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(phone),UPDATE(phone) ON TABLE council.person TO ratstisch_reader;


--
-- Name: COLUMN person.version; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(version) ON TABLE council.person TO ratstisch_public;


--
-- Name: COLUMN person.changed_at; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(changed_at) ON TABLE council.person TO ratstisch_public;


--
-- Name: COLUMN person.changed_by; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(changed_by) ON TABLE council.person TO ratstisch_public;


--
-- Name: COLUMN person.name; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(name) ON TABLE council.person TO ratstisch_public;


--
-- Name: COLUMN person.search; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(search) ON TABLE council.person TO ratstisch_public;


--
-- Name: TABLE attendance; Type: ACL; Schema: api; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE api.attendance TO ratstisch_public;


--
-- Name: TABLE location; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.location TO ratstisch_public;
GRANT INSERT,DELETE,UPDATE ON TABLE council.location TO ratstisch_reader;


--
-- Name: TABLE organization; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.organization TO ratstisch_public;
GRANT DELETE ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.body_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(body_id) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.parent_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(parent_id),UPDATE(parent_id) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.name; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(name),UPDATE(name) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.short_name; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(short_name),UPDATE(short_name) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.classification; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(classification),UPDATE(classification) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.legal_membership; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(legal_membership),UPDATE(legal_membership) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.kind_of_minutes; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(kind_of_minutes),UPDATE(kind_of_minutes) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.vote_by_group; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(vote_by_group),UPDATE(vote_by_group) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.head_of_minutes; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(head_of_minutes),UPDATE(head_of_minutes) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.closing_of_minutes; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(closing_of_minutes),UPDATE(closing_of_minutes) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.sort_order; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(sort_order),UPDATE(sort_order) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: COLUMN organization.valid; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(valid),UPDATE(valid) ON TABLE council.organization TO ratstisch_reader;


--
-- Name: TABLE meeting; Type: ACL; Schema: api; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE api.meeting TO ratstisch_public;


--
-- Name: TABLE membership; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.membership TO ratstisch_public;
GRANT INSERT,DELETE,UPDATE ON TABLE council.membership TO ratstisch_reader;


--
-- Name: TABLE membership; Type: ACL; Schema: api; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE api.membership TO ratstisch_public;


--
-- Name: TABLE organization; Type: ACL; Schema: api; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE api.organization TO ratstisch_public;


--
-- Name: TABLE person; Type: ACL; Schema: api; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE api.person TO ratstisch_public;


--
-- Name: TABLE vote; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.vote TO ratstisch_public;


--
-- Name: TABLE vote; Type: ACL; Schema: api; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE api.vote TO ratstisch_public;


--
-- Name: TABLE vote_event; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.vote_event TO ratstisch_public;


--
-- Name: TABLE vote_event; Type: ACL; Schema: api; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE api.vote_event TO ratstisch_public;


--
-- Name: TABLE account; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.account TO ratstisch_public;
GRANT INSERT,DELETE,UPDATE ON TABLE council.account TO ratstisch_reader;


--
-- Name: TABLE agenda_version; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.agenda_version TO ratstisch_public;


--
-- Name: TABLE amendment; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.amendment TO ratstisch_public;


--
-- Name: TABLE announced_absence; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.announced_absence TO ratstisch_reader;


--
-- Name: TABLE body; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.body TO ratstisch_public;


--
-- Name: TABLE change; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.change TO ratstisch_reader;


--
-- Name: TABLE election; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.election TO ratstisch_public;


--
-- Name: TABLE event_kind; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.event_kind TO ratstisch_public;


--
-- Name: TABLE guest; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.guest TO ratstisch_reader;


--
-- Name: TABLE item_absence; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.item_absence TO ratstisch_public;


--
-- Name: TABLE legislative_term; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.legislative_term TO ratstisch_public;


--
-- Name: TABLE meeting_day; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.meeting_day TO ratstisch_public;
GRANT INSERT,DELETE,UPDATE ON TABLE council.meeting_day TO ratstisch_reader;


--
-- Name: TABLE meeting_organization; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.meeting_organization TO ratstisch_public;
GRANT INSERT,DELETE ON TABLE council.meeting_organization TO ratstisch_reader;


--
-- Name: TABLE meeting_text; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.meeting_text TO ratstisch_reader;


--
-- Name: COLUMN meeting_text.meeting_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(meeting_id) ON TABLE council.meeting_text TO ratstisch_public;


--
-- Name: COLUMN meeting_text.item_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(item_id) ON TABLE council.meeting_text TO ratstisch_public;


--
-- Name: COLUMN meeting_text.slot; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(slot) ON TABLE council.meeting_text TO ratstisch_public;


--
-- Name: COLUMN meeting_text.person_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(person_id) ON TABLE council.meeting_text TO ratstisch_public;


--
-- Name: COLUMN meeting_text.text; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(text) ON TABLE council.meeting_text TO ratstisch_public;


--
-- Name: COLUMN minutes.meeting_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(meeting_id) ON TABLE council.minutes TO ratstisch_reader;


--
-- Name: COLUMN minutes.version; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(version) ON TABLE council.minutes TO ratstisch_reader;


--
-- Name: COLUMN minutes.state; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(state) ON TABLE council.minutes TO ratstisch_reader;


--
-- Name: COLUMN minutes.chair; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(chair) ON TABLE council.minutes TO ratstisch_reader;


--
-- Name: COLUMN minutes.minute_taker; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(minute_taker) ON TABLE council.minutes TO ratstisch_reader;


--
-- Name: COLUMN minutes.signed_at; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(signed_at) ON TABLE council.minutes TO ratstisch_reader;


--
-- Name: COLUMN minutes.signed_by; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(signed_by) ON TABLE council.minutes TO ratstisch_reader;


--
-- Name: COLUMN minutes.note; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(note) ON TABLE council.minutes TO ratstisch_reader;


--
-- Name: TABLE objection; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.objection TO ratstisch_reader;


--
-- Name: TABLE pen; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.pen TO ratstisch_reader;


--
-- Name: TABLE permission; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.permission TO ratstisch_public;
GRANT INSERT,DELETE,UPDATE ON TABLE council.permission TO ratstisch_reader;


--
-- Name: TABLE projector; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.projector TO ratstisch_public;


--
-- Name: COLUMN quorum_check.event_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(event_id) ON TABLE council.quorum_check TO ratstisch_public;


--
-- Name: COLUMN quorum_check.meeting_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(meeting_id) ON TABLE council.quorum_check TO ratstisch_public;


--
-- Name: COLUMN quorum_check.at; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(at) ON TABLE council.quorum_check TO ratstisch_public;


--
-- Name: COLUMN quorum_check.slot; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(slot) ON TABLE council.quorum_check TO ratstisch_public;


--
-- Name: COLUMN quorum_check.person_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(person_id) ON TABLE council.quorum_check TO ratstisch_public;


--
-- Name: COLUMN quorum_check.legal; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(legal) ON TABLE council.quorum_check TO ratstisch_public;


--
-- Name: COLUMN quorum_check.present; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(present) ON TABLE council.quorum_check TO ratstisch_public;


--
-- Name: COLUMN quorum_check.outcome; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(outcome) ON TABLE council.quorum_check TO ratstisch_public;


--
-- Name: TABLE role_right; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.role_right TO ratstisch_public;


--
-- Name: TABLE rule; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.rule TO ratstisch_public;


--
-- Name: TABLE rule_set; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.rule_set TO ratstisch_public;


--
-- Name: TABLE saved_filter; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT,DELETE ON TABLE council.saved_filter TO ratstisch_reader;


--
-- Name: COLUMN saved_filter.screen; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(screen) ON TABLE council.saved_filter TO ratstisch_reader;


--
-- Name: COLUMN saved_filter.name; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(name) ON TABLE council.saved_filter TO ratstisch_reader;


--
-- Name: COLUMN saved_filter.setting; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT INSERT(setting),UPDATE(setting) ON TABLE council.saved_filter TO ratstisch_reader;


--
-- Name: TABLE schema_version; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.schema_version TO ratstisch_public;


--
-- Name: TABLE seat_allocation; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.seat_allocation TO ratstisch_public;


--
-- Name: COLUMN sitting.meeting_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(meeting_id) ON TABLE council.sitting TO ratstisch_public;


--
-- Name: COLUMN sitting.opened_at; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(opened_at) ON TABLE council.sitting TO ratstisch_public;


--
-- Name: COLUMN sitting.closed_at; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(closed_at) ON TABLE council.sitting TO ratstisch_public;


--
-- Name: COLUMN sitting.chair_id; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(chair_id) ON TABLE council.sitting TO ratstisch_public;


--
-- Name: COLUMN sitting.legal; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(legal) ON TABLE council.sitting TO ratstisch_public;


--
-- Name: COLUMN sitting.paused; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(paused) ON TABLE council.sitting TO ratstisch_public;


--
-- Name: COLUMN sitting.public_part; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT(public_part) ON TABLE council.sitting TO ratstisch_public;


--
-- Name: TABLE speaker; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.speaker TO ratstisch_reader;


--
-- Name: TABLE standard_item; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.standard_item TO ratstisch_public;
GRANT INSERT,DELETE,UPDATE ON TABLE council.standard_item TO ratstisch_reader;


--
-- Name: TABLE substitution; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.substitution TO ratstisch_public;
GRANT INSERT,DELETE,UPDATE ON TABLE council.substitution TO ratstisch_reader;


--
-- Name: TABLE task; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.task TO ratstisch_reader;


--
-- Name: TABLE text_module; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE council.text_module TO ratstisch_reader;


--
-- Name: TABLE vote_count; Type: ACL; Schema: council; Owner: ratstisch_owner
--

GRANT SELECT ON TABLE council.vote_count TO ratstisch_public;


--
-- Name: DEFAULT PRIVILEGES FOR FUNCTIONS; Type: DEFAULT ACL; Schema: -; Owner: ratstisch_owner
--

ALTER DEFAULT PRIVILEGES FOR ROLE ratstisch_owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;


--
-- PostgreSQL database dump complete
--


