-- Statutes of fees: from a document into their tables, into force and out of it. Words and states: doc/statutes.md.

create or replace function council.require_fees() returns void
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  if not council.may(null, 'fees') then
    raise exception using errcode = 'RT003', message = council.say('dazu fehlt Ihnen das Recht'),
      detail = format(council.say('Konto "%s", Recht "%s".'), council.invoker(), 'fees'),
      hint = council.say('Die Verwaltung des Programms vergibt Rechte.');
  end if;
end
$$;
comment on function council.require_fees() is 'RT003 for everybody who has not the right fees.';

create or replace function council.day_range(days daterange) returns text
  language plpgsql immutable
as $$
begin
  return pg_catalog.concat_ws(' ', 'ab ' || pg_catalog.to_char(pg_catalog.lower(days), 'DD.MM.YYYY'),
    'bis ' || pg_catalog.to_char(pg_catalog.upper(days) operator(pg_catalog.-) 1, 'DD.MM.YYYY'));
end
$$;
comment on function council.day_range(daterange) is 'A period as messages say it, the last day included.';

create or replace function council.day_ranges(days datemultirange) returns text
  language sql immutable
  set search_path = pg_catalog, council, pg_temp
as $$ select string_agg(council.day_range(d), ', ' order by d) from unnest(days) d $$;
comment on function council.day_ranges(datemultirange) is 'Periods as messages say them; NULL for none.';

create or replace function council.say_days(german text) returns text
  language sql stable parallel safe
  set search_path = pg_catalog, council, pg_temp
as $$
  select case when coalesce(current_setting('ratstisch.language', true), '') in ('', 'de') then s.short
    else replace(replace(s.short, 'ab ', 'from '), 'bis ', 'to ') end
  from (select regexp_replace(german, 'ab ([0-9.]{10}) bis ([0-9.]{10})', '\1–\2', 'g') as short) s
$$;
comment on function council.say_days(text) is 'What day_range and day_ranges give, short for a list and in the language of the session.';

-- One load or change of force at a time, so that two do not take the same edition or the same days.
create or replace function council.lock_statutes(body bigint) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  perform from council.body b where b.id = lock_statutes.body for no key update;
  if not found then
    raise exception using errcode = 'RT003', message = council.say('diese Kommune gibt es nicht'),
      detail = format(council.say('Kommune %s.'), lock_statutes.body), hint = council.say('Wählen Sie eine vorhandene Kommune.');
  end if;
end
$$;

create or replace function council.newest_statute(body bigint, name text) returns council.statute
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select s from council.statute s
  where s.body_id = newest_statute.body and s.name = newest_statute.name
  order by s.edition desc limit 1
$$;
comment on function council.newest_statute(bigint, text) is 'The edition that statutes on top stand on.';

create or replace function council.statute_is_used(id bigint) returns boolean
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select exists (select from council.fee_run_statute u join council.fee_run r on r.id = u.run_id
    where u.statute_id = statute_is_used.id and r.state <> 'dry')
$$;
comment on function council.statute_is_used(bigint) is 'Has a committed run paid by it?';

create or replace function council.refuse_overlap(statute council.statute, days datemultirange, hint text) returns void
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  others text;
begin
  select string_agg(format('%s (%s) gilt %s', o.name, o.title, council.day_ranges(o.in_force)), '; ' order by o.in_force) into others
  from council.statute o
  where o.body_id = statute.body_id and o.id <> statute.id and o.in_force && days;
  if others is not null then
    raise exception using errcode = 'RT011', message = council.say('in dieser Zeit gilt schon eine andere Satzung'),
      detail = format(council.say('%s gälte %s; %s.'), statute.name, council.day_ranges(days), others), hint = refuse_overlap.hint;
  end if;
end
$$;

create or replace function council.load_rule_parts(statute bigint, rules jsonb) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  insert into council.fee_rule_who (rule_id, place, excepted, role, function_name)
  select r.id, w.place, x.excepted, x.role, x.function_name
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join lateral jsonb_array_elements(d -> 'who') with ordinality w (value, place)
  cross join lateral jsonb_to_record(w.value) x (excepted boolean, role text, function_name text);

  insert into council.fee_rule_body (rule_id, place, number, classification, short_name)
  select r.id, p.place, b.number, x.classification, x.short_name
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join lateral (
    select w.place, w.value -> 'bodies' as bodies from jsonb_array_elements(d -> 'who') with ordinality w (value, place)
    union all select -1, d -> 'meetings'
    union all select -2, d -> 'absence_bodies') p
  cross join lateral jsonb_array_elements(p.bodies) with ordinality b (value, number)
  cross join lateral jsonb_to_record(b.value) x (classification text, short_name text);

  insert into council.fee_rule_when (rule_id, place, measure, worded, size)
  select r.id, w.place, x.measure, x.worded, x.size
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join lateral jsonb_array_elements(d -> 'when') with ordinality w (value, place)
  cross join lateral jsonb_to_record(w.value) x (measure text, worded text, size int8range);

  insert into council.fee_rule_bracket (rule_id, minutes, amount, rate_name, times_over, times_under, plus_amount, plus_rate, plus_over,
    plus_under, plus_mode, plus_unit)
  select r.id, x.minutes, x.amount, x.rate_name, x.times_over, x.times_under, x.plus_amount, x.plus_rate, coalesce(x.plus_over, 1),
    coalesce(x.plus_under, 1), x.plus_mode, x.plus_unit
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join lateral jsonb_to_recordset(d -> 'brackets')
    x (minutes int4range, amount numeric, rate_name text, times_over bigint, times_under bigint, plus_amount numeric, plus_rate text,
      plus_over bigint, plus_under bigint, plus_mode text, plus_unit integer);

  insert into council.fee_rule_share (rule_id, place, over, under, function_name)
  select r.id, w.place, x.over, x.under, x.function_name
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join lateral jsonb_array_elements(d -> 'shares') with ordinality w (value, place)
  cross join lateral jsonb_to_record(w.value) x (over bigint, under bigint, function_name text);

  insert into council.fee_rule_limit (rule_id, period, kind, number, minutes, amount, times_over, times_under, highest, place)
  select r.id, x.period, x.kind, x.number, x.minutes, x.amount, x.times_over, x.times_under, x.highest, w.place
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join lateral jsonb_array_elements(d -> 'limits') with ordinality w (value, place)
  cross join lateral jsonb_to_record(w.value)
    x (period text, kind text, number integer, minutes integer, amount numeric, times_over bigint, times_under bigint, highest boolean);

  insert into council.fee_rule_name (rule_id, kind, name, place)
  select r.id, k.kind, n.name, n.place
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join (values ('excludes'), ('under')) k (kind)
  cross join lateral jsonb_array_elements_text(d -> k.kind) with ordinality n (name, place);

  insert into council.fee_rule_presence (rule_id, kind, value, place)
  select r.id, x.kind, x.value, w.place
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join lateral jsonb_array_elements(d -> 'presence') with ordinality w (value, place)
  cross join lateral jsonb_to_record(w.value) x (kind text, value integer);

  insert into council.fee_rule_at_most (rule_id, per, amount, rate_name, times_over, times_under, place)
  select r.id, x.per, x.amount, x.rate_name, x.times_over, x.times_under, w.place
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join lateral jsonb_array_elements(d -> 'at_most') with ordinality w (value, place)
  cross join lateral jsonb_to_record(w.value) x (per text, amount numeric, rate_name text, times_over bigint, times_under bigint);

  insert into council.fee_rule_vehicle (rule_id, vehicle, amount, rate_name, times_over, times_under, claimed, place)
  select r.id, x.vehicle, x.amount, x.rate_name, x.times_over, x.times_under, x.claimed, w.place
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join lateral jsonb_array_elements(d -> 'vehicles') with ordinality w (value, place)
  cross join lateral jsonb_to_record(w.value)
    x (vehicle text, amount numeric, rate_name text, times_over bigint, times_under bigint, claimed boolean);

  insert into council.fee_rule_confirm (rule_id, place, text)
  select r.id, t.place, t.text
  from council.fee_rule r
  join jsonb_array_elements(rules) d on d ->> 'name' = r.name and r.statute_id = load_rule_parts.statute
  cross join lateral jsonb_array_elements_text(d -> 'confirm') with ordinality t (text, place);
end
$$;
comment on function council.load_rule_parts(bigint, jsonb) is 'What belongs to the rules of a statute, from a document; the rules are there already.';

-- Takes the place of everything the statute had. Rules keep their identifiers by name: simulations name them.
create or replace function council.load_statute_parts(statute bigint, document jsonb) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  known jsonb;
begin
  select coalesce(jsonb_object_agg(r.name, r.id), '{}') into known from council.fee_rule r where r.statute_id = load_statute_parts.statute;
  delete from council.statute_choice c where c.statute_id = load_statute_parts.statute;
  delete from council.fee_function f where f.statute_id = load_statute_parts.statute;
  delete from council.fee_rate f where f.statute_id = load_statute_parts.statute;
  delete from council.fee_cap c where c.statute_id = load_statute_parts.statute;
  delete from council.fee_tax_class t where t.statute_id = load_statute_parts.statute;
  delete from council.fee_rule r where r.statute_id = load_statute_parts.statute;

  insert into council.statute_choice (statute_id, rule_name, chosen, place)
  select load_statute_parts.statute, x.rule_name, x.chosen, d.place
  from jsonb_array_elements(document -> 'choices') with ordinality d (value, place)
  cross join lateral jsonb_to_record(d.value) x (rule_name text, chosen boolean);

  insert into council.fee_function (statute_id, name, label, place)
  select load_statute_parts.statute, d.value ->> 'name', d.value ->> 'label', d.place
  from jsonb_array_elements(document -> 'functions') with ordinality d (value, place);

  with given as (
    select nextval(pg_get_serial_sequence('council.fee_rate', 'id')) as id, d.value, d.place
    from jsonb_array_elements(document -> 'rates') with ordinality d (value, place)),
  rates as (
    insert into council.fee_rate (id, statute_id, name, label, paragraph, valid, measure, amount, times_over, times_under, of_rate)
    select g.id, load_statute_parts.statute, x.name, x.label, x.paragraph, x.valid, x.measure, x.amount, x.times_over, x.times_under, x.of_rate
    from given g
    cross join lateral jsonb_to_record(g.value) x (name text, label text, paragraph text, valid daterange, measure text,
      amount numeric, times_over bigint, times_under bigint, of_rate text)
    order by g.place)
  insert into council.fee_band (rate_id, size, amount)
  select g.id, x.size, x.amount
  from given g
  cross join lateral jsonb_to_recordset(g.value -> 'bands') x (size int8range, amount numeric);

  insert into council.fee_cap (statute_id, name, label, paragraph, period, kind, number, minutes, amount, times_over, times_under, highest, place)
  select load_statute_parts.statute, x.name, x.label, x.paragraph, x.period, x.kind, x.number, x.minutes, x.amount, x.times_over, x.times_under,
    x.highest, d.place
  from jsonb_array_elements(document -> 'caps') with ordinality d (value, place)
  cross join lateral jsonb_to_record(d.value) x (name text, label text, paragraph text, period text, kind text, number integer,
    minutes integer, amount numeric, times_over bigint, times_under bigint, highest boolean);

  insert into council.fee_tax_class (statute_id, name, label, paragraph, free_over, free_under, at_least, at_most, place)
  select load_statute_parts.statute, x.name, x.label, x.paragraph, x.free_over, x.free_under, x.at_least, x.at_most, d.place
  from jsonb_array_elements(document -> 'tax_classes') with ordinality d (value, place)
  cross join lateral jsonb_to_record(d.value) x (name text, label text, paragraph text, free_over bigint, free_under bigint,
    at_least numeric, at_most numeric);

  insert into council.fee_rule (id, statute_id, name, label, paragraph, place, valid, optional, pool, pay, amount, rate_name, times_over,
    times_under, claimed, count_mode, unit, unit_km, duration_per_day, duration_whole, minutes_before, minutes_after, gap_minutes, due, prorata,
    pause_months, pause_keeps_over, pause_keeps_under, absence_amount, absence_rate, absence_over, absence_under, absence_part_over,
    absence_part_under, attending, weekdays, begins_from, begins_before, joint, substitutes, claim,
    floor_amount, floor_rate, floor_over, floor_under, working_hours, within_from, within_to, workdays, evidence, evidence_months, payee, distance_home, distance_km,
    travel_pooled, rounding_step, rounding_mode, account, cost_centre, wage_type, payer, tax_class)
  select coalesce((known ->> x.name)::bigint, nextval(pg_get_serial_sequence('council.fee_rule', 'id'))), load_statute_parts.statute,
    x.name, x.label, x.paragraph, d.place, x.valid, x.optional, x.pool, x.pay, x.amount, x.rate_name, x.times_over,
    x.times_under, x.claimed, x.count_mode, x.unit, x.unit_km, x.duration_per_day, coalesce(x.duration_whole, false), x.minutes_before, x.minutes_after, x.gap_minutes, x.due, x.prorata,
    x.pause_months, x.pause_keeps_over, x.pause_keeps_under, x.absence_amount, x.absence_rate, coalesce(x.absence_over, 1),
    coalesce(x.absence_under, 1), coalesce(x.absence_part_over, 0), coalesce(x.absence_part_under, 1), x.attending, coalesce(x.weekdays, '{}'), x.begins_from, x.begins_before,
    x.joint, x.substitutes, x.claim, x.floor_amount, x.floor_rate, x.floor_over, x.floor_under, x.working_hours, x.within_from, x.within_to, x.workdays, x.evidence, x.evidence_months, x.payee, x.distance_home, x.distance_km,
    x.travel_pooled, x.rounding_step, x.rounding_mode, x.account, x.cost_centre, x.wage_type, x.payer, x.tax_class
  from jsonb_array_elements(document -> 'rules') with ordinality d (value, place)
  cross join lateral jsonb_populate_record(null::council.fee_rule, d.value) x;
  perform council.load_rule_parts(load_statute_parts.statute, document -> 'rules');
end
$$;
comment on function council.load_statute_parts(bigint, jsonb) is 'Everything of a statute but its head, from a document; what was there before goes.';

-- Days in force after a statute was loaded again: its new period, cut where it was cut before, at its ends and in between.
create or replace function council.days_in_force(in_force datemultirange, was daterange, valid daterange) returns datemultirange
  language plpgsql immutable
  set search_path = pg_catalog, pg_temp
as $$
begin
  return datemultirange(daterange(case when lower(in_force) is distinct from lower(was) then lower(in_force) end,
      case when upper(in_force) is distinct from upper(was) then upper(in_force) end)) * valid::datemultirange - (range_merge(in_force)::datemultirange - in_force);
end
$$;

-- Files are loaded over whatever there is (NULL). A form has seen a text (council.text_version) and must not undo what came since; one
-- that makes a new statute (0) must not take the place of one that is there.
create or replace function council.refuse_unseen(newest council.statute, seen bigint) returns void
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  if seen = 0 and newest.id is not null then
    raise exception using errcode = 'RT011', message = format(council.say('die Satzung "%s" gibt es schon'), newest.name),
      detail = format(council.say('%s, Ausgabe %s'), newest.title, newest.edition), hint = council.say('Geben Sie der neuen einen anderen Namen.');
  elsif seen <> 0 and (newest.id is null or seen <> council.text_version(api.statute_text(newest.id))) then
    raise exception using errcode = 'RT011', message = council.say('diese Satzung wurde inzwischen geändert'),
      hint = council.say('Noch einmal speichern: Dann stehen beide Fassungen nebeneinander.');
  end if;
end
$$;

create or replace function api.load_statute(body bigint, document text, seen bigint default null,
  out id bigint, out edition integer, out state text, out outcome text)
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  doc jsonb;
  digest bytea;
  old council.statute;
  new_days datemultirange;
  new_valid daterange;
begin
  perform council.require_fees();
  perform council.lock_statutes(body);
  doc := document::jsonb;
  digest := sha256(convert_to(doc ->> 'file', 'UTF8'));
  new_valid := (doc ->> 'valid')::daterange;
  old := council.newest_statute(body, doc ->> 'name');
  perform council.refuse_unseen(old, seen);
  if old.file_sha256 = digest then
    id := old.id;
    edition := old.edition;
    state := old.state;
    outcome := 'same';
    return;
  end if;
  outcome := case when old.id is null or council.statute_is_used(old.id) then 'added' else 'replaced' end;
  if outcome = 'added' then
    insert into council.statute as s (body_id, name, edition, title, source, note, valid, based_on, rounding_step, rounding_mode, file_sha256)
    values (body, doc ->> 'name', coalesce(old.edition, 0) + 1, doc ->> 'title', doc ->> 'source', doc ->> 'note', new_valid,
      doc ->> 'based_on', (doc ->> 'rounding_step')::numeric, doc ->> 'rounding_mode', digest)
    returning s.id, s.edition, s.state into id, edition, state;
  else
    if old.state = 'in_force' then
      new_days := council.days_in_force(old.in_force, old.valid, new_valid);
      if isempty(new_days) then
        raise exception using errcode = 'RT011', message = council.say('die Satzung gälte an keinem Tag mehr'),
          detail = format(council.say('%s gilt %s, die Datei %s.'), old.name, council.day_ranges(old.in_force), council.day_range(new_valid)),
          hint = council.say('Nehmen Sie die Satzung zuerst zurück (ratstisch statute withdraw).');
      end if;
      perform council.refuse_overlap(old, new_days, council.say('Laden Sie sie mit --in-force --replace, dann gelten die anderen nur noch davor und danach.'));
    end if;
    update council.statute as s set title = doc ->> 'title', source = doc ->> 'source', note = doc ->> 'note', valid = new_valid,
      based_on = doc ->> 'based_on', rounding_step = (doc ->> 'rounding_step')::numeric, rounding_mode = doc ->> 'rounding_mode',
      in_force = new_days, file_sha256 = digest
    where s.id = old.id
    returning s.id, s.edition, s.state into id, edition, state;
  end if;
  perform council.load_statute_parts(id, doc);
end
$$;
comment on function api.load_statute(bigint, text, bigint) is
  'A statute as a document: same (nothing is done), replaced (no committed run has used it), added (a new edition, as draft). seen: see refuse_unseen.';

-- The statutes below one, nearest first; missing ones and circles are errors.
create or replace function council.statute_bases(statute council.statute) returns setof council.statute
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  top council.statute := statute;
  base council.statute;
  seen text[] := array[statute.name::text];
begin
  while top.based_on is not null loop
    base := council.newest_statute(statute.body_id, top.based_on);
    if base.id is null then
      raise exception using errcode = 'RT011', message = format(council.say('die Satzung "%s" fehlt'), top.based_on),
        detail = format(council.say('%s (%s) steht auf ihr.'), top.name, top.title),
        hint = format(council.say('Laden Sie zuerst %s.statute.'), top.based_on);
    elsif base.name = any (seen) then
      raise exception using errcode = 'RT011', message = council.say('die Satzungen stehen im Kreis aufeinander'),
        detail = array_to_string(seen || base.name::text, ' auf '), hint = council.say('Berichtigen Sie based_on in einer der Dateien.');
    elsif not base.valid @> top.valid then
      raise exception using errcode = 'RT011', message = format(council.say('die Satzung "%s" gilt nicht während der ganzen Zeit'), base.name),
        detail = format(council.say('%s gilt %s, %s darauf %s.'), base.name, council.day_range(base.valid), top.name, council.day_range(top.valid)),
        hint = council.say('Berichtigen Sie die Zeit einer der beiden Satzungen.');
    end if;
    seen := seen || base.name::text;
    return next base;
    top := base;
  end loop;
end
$$;
comment on function council.statute_bases(council.statute) is 'The statutes one stands on, nearest first; RT011 where one is missing.';

-- Makes room for days: others keep those before and after, or are replaced wholly.
create or replace function council.cut_statutes(statute council.statute, days daterange) returns text
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  o council.statute;
  said text[] := '{}';
begin
  for o in select s.* from council.statute s
    where s.body_id = statute.body_id and s.id <> statute.id and s.in_force && days order by s.in_force
  loop
    if o.in_force <@ days then
      update council.statute s set state = 'replaced', in_force = null where s.id = o.id;
      said := said || format('%s ist ersetzt', o.name);
    else
      update council.statute s set in_force = o.in_force - days::datemultirange where s.id = o.id returning s.* into o;
      said := said || format('%s gilt nur noch %s', o.name, council.day_ranges(o.in_force));
    end if;
  end loop;
  return array_to_string(said, '; ');
end
$$;

create or replace function council.require_statute(statute council.statute) returns void
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  if statute.id is null then
    raise exception using errcode = 'RT003', message = council.say('diese Satzung gibt es nicht'),
      hint = council.say('ratstisch statute list zählt alle auf.');
  end if;
end
$$;

create or replace function api.put_statute_in_force(id bigint, replace boolean) returns text
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  s council.statute;
  said text := '';
begin
  perform council.require_fees();
  select t.* into s from council.statute t where t.id = put_statute_in_force.id;
  perform council.require_statute(s);
  perform council.lock_statutes(s.body_id);
  select t.* into s from council.statute t where t.id = put_statute_in_force.id;
  update council.statute t set state = 'basis' from council.statute_bases(s) b
  where t.id = b.id and t.state in ('draft', 'replaced');
  if s.in_force is not distinct from s.valid::datemultirange then
    return '';
  end if;
  if put_statute_in_force.replace then
    said := council.cut_statutes(s, s.valid);
  else
    perform council.refuse_overlap(s, datemultirange(s.valid), council.say('Mit --replace gelten die anderen nur noch davor und danach.'));
  end if;
  update council.statute t set state = 'in_force', in_force = datemultirange(t.valid) where t.id = s.id;
  return said;
end
$$;
comment on function api.put_statute_in_force(bigint, boolean) is
  'Days are paid by this statute from now on. Others in its time: RT011, or with replace they keep what is before and after; says what became of them.';

create or replace function api.withdraw_statute(id bigint) returns text
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  s council.statute;
  tops text;
begin
  perform council.require_fees();
  select t.* into s from council.statute t where t.id = withdraw_statute.id;
  perform council.require_statute(s);
  perform council.lock_statutes(s.body_id);
  if council.statute_is_used(s.id) then
    raise exception using errcode = 'RT012', message = council.say('nach dieser Satzung ist schon abgerechnet'),
      detail = format(council.say('%s, Ausgabe %s.'), s.name, s.edition),
      hint = council.say('Setzen Sie eine andere an ihre Stelle (--in-force --replace); der nächste Lauf rechnet den Unterschied.');
  end if;
  select string_agg(distinct t.name, ', ') into tops
  from council.statute t where t.body_id = s.body_id and t.state in ('in_force', 'basis') and t.based_on = s.name
    and s.id = (council.newest_statute(s.body_id, s.name)).id;
  if tops is not null then
    raise exception using errcode = 'RT011', message = council.say('auf dieser Satzung stehen andere, die gelten'),
      detail = tops, hint = council.say('Nehmen Sie diese zuerst zurück.');
  end if;
  update council.statute t set state = 'draft', in_force = null where t.id = s.id;
  return format('%s/%s', s.name, s.edition);
end
$$;
comment on function api.withdraw_statute(bigint) is 'Back to draft; its name and edition. RT012 if a committed run has paid by it.';

-- Drafts go when nobody wants them; what counts, what was calculated by and what others stand on stays.
create or replace function council.guard_statute_delete() returns trigger
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  tops text;
begin
  if old.state in ('in_force', 'basis') then
    raise exception using errcode = 'RT011', message = council.say('diese Satzung gilt; sie wird nicht gelöscht'),
      detail = format(council.say('%s, Ausgabe %s: %s'), old.name, old.edition, api.code_label('statute_state', old.state)), hint = council.say('Nehmen Sie sie zuerst zurück.');
  elsif council.statute_is_used(old.id) then
    raise exception using errcode = 'RT012', message = council.say('nach dieser Satzung ist schon abgerechnet'),
      detail = format(council.say('%s, Ausgabe %s.'), old.name, old.edition), hint = council.say('Sie erklärt, was gezahlt wurde, und bleibt.');
  elsif exists (select from council.fee_run r where r.statute_id = old.id)
    or exists (select from council.fee_run_statute u where u.statute_id = old.id) then
    raise exception using errcode = 'RT011', message = council.say('nach dieser Satzung rechnet eine Probe oder Simulation'),
      detail = format(council.say('%s, Ausgabe %s.'), old.name, old.edition), hint = council.say('Verwerfen Sie diese zuerst.');
  end if;
  select string_agg(distinct t.name, ', ') into tops from council.statute t where t.body_id = old.body_id and t.based_on = old.name
    and not exists (select from council.statute e where e.body_id = old.body_id and e.name = old.name and e.id <> old.id);
  if tops is not null then
    raise exception using errcode = 'RT011', message = council.say('auf dieser Satzung stehen andere'), detail = tops, hint = council.say('Löschen oder ändern Sie diese zuerst.');
  end if;
  return old;
end
$$;
comment on function council.guard_statute_delete() is 'Only drafts and replaced statutes that nothing was calculated by are deleted.';
create or replace trigger guard_delete before delete on council.statute for each row execute function council.guard_statute_delete();
