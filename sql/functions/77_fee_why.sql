set local role ratstisch_owner;

-- Fees: why an amount is what it is, as text for the screen, the statement and the member. Everything comes from the item
-- itself and from rows that are never changed once it is committed.

create or replace function council.german_money(value numeric) returns text
  language sql immutable strict parallel safe
  return translate(to_char(value, 'FM999,999,999,990.00'), ',.', '.,')
    || case when value <> round(value, 2) then trim(trailing '0' from substr(to_char(abs(value) - trunc(abs(value), 2), 'FM0.0000000000'), 5)) else '' end;
comment on function council.german_money(numeric) is '1.234,56; more decimals where there are some.';

create or replace function council.german_number(value numeric) returns text
  language sql immutable strict parallel safe
  return replace(trim_scale(round(value, 4))::text, '.', ',');
comment on function council.german_number(numeric) is '2,5: up to four decimals, as many as needed.';

create or replace function council.fee_basis_text(basis text, basis_id bigint, day date, person_id bigint) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
begin atomic
  select case basis
    when 'month' then to_char(day, 'MM/YYYY')
    when 'once' then coalesce((select t.name from council.legislative_term t where t.id = basis_id), council.say('einmalig'))
    when 'meeting' then coalesce((select to_char(fee_basis_text.day, 'DD.MM.YYYY') || ' ' || o.short_name || coalesce(' ' || nullif(m.number, ''), '')
      from council.meeting m join council.organization o on o.id = m.organization_id where m.id = basis_id), to_char(day, 'DD.MM.YYYY'))
    when 'group' then coalesce((select to_char(g.day, 'DD.MM.YYYY') || ' ' || o.short_name
      from council.fee_meeting g join council.organization o on o.id = g.organization_id where g.id = basis_id), to_char(day, 'DD.MM.YYYY'))
    when 'claim' then coalesce((select to_char(c.day, 'DD.MM.YYYY') || ' ' || council.say(api.code_label('fee_claim', c.kind))
      from council.fee_claim c where c.id = basis_id), to_char(day, 'DD.MM.YYYY'))
    when 'travel' then to_char(day, 'DD.MM.YYYY') || council.say(' Fahrt')
    when 'correction' then council.say('Korrektur ') || to_char(day, 'DD.MM.YYYY')
    else to_char(day, 'DD.MM.YYYY') end;
end;
comment on function council.fee_basis_text(text, bigint, date, bigint) is 'For what an item is paid: month, meeting, claim.';

-- A limit that has cut, in words.
create or replace function council.fee_cut_text(code text, rule_id bigint) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
begin atomic
  select string_agg(case
      when p.part = 'gone' then council.say('steht nicht mehr zu')
      when p.part like 'absence %' then council.say('unentschuldigt versäumte Sitzungen: ') || substr(p.part, 9)
      when p.part = 'pool' then council.say('nur der höchste Betrag dieser Gruppe von Regeln')
      when p.part = 'travel pooled' then council.say('eine Fahrt für alle Sitzungen des Tages')
      when p.part like 'excluded %' then council.say('daneben steht zu: ') || coalesce((select x.label from council.fee_rule x
        where x.name = substr(p.part, 10) order by x.id desc limit 1), substr(p.part, 10))
      when p.part like 'at_most %' then case substr(p.part, 9) when 'claim' then council.say('Höchstbetrag je Antrag')
        when 'day' then council.say('Höchstbetrag je Tag') when 'month' then council.say('Höchstbetrag je Monat')
        else council.say('Höchstbetrag je ') || substr(p.part, 9) end
      when p.part like 'cap %' then council.say('gemeinsame Grenze: ') || coalesce((select c.label || ', ' || c.paragraph from council.fee_cap c
        where c.name = substr(p.part, 5) order by c.statute_id desc limit 1), substr(p.part, 5))
      when p.part like 'limit %' then coalesce((
        select case l.kind when 'further' then council.say('weitere Sitzung am selben Tag, davon ')
            || council.german_number(council.fee_quotient(l.times_over * 100, l.times_under)) || ' %' else council.say('Grenze: ') || case l.kind when 'count' then l.number || case when l.highest then council.say(' höchste') else '' end
            when 'factor' then council.german_number(council.fee_quotient(l.times_over, l.times_under)) || council.say('-facher Satz')
            when 'amount' then council.german_money(l.amount) else council.german_number(l.minutes / 60.0) || council.say(' Stunden') end
          || case l.period when 'meeting' then council.say(' je Sitzung') when 'day' then council.say(' je Tag') when 'month' then council.say(' je Monat')
            when 'year' then council.say(' je Jahr') else council.say(' je Wahlperiode') end end
        from council.fee_rule_limit l where l.rule_id = fee_cut_text.rule_id and p.part = 'limit ' || l.period || ' ' || l.kind), p.part)
      else p.part end, '; ' order by p.place)
  from unnest(string_to_array(code, ', ')) with ordinality p (part, place);
end;

create or replace function council.explain_fee_item(i council.fee_item) returns text
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  r council.fee_rule;
  s council.statute;
  lines text[];
  claim council.fee_claim;
begin
  select * into r from council.fee_rule where id = i.rule_id;
  select * into s from council.statute where id = r.statute_id;
  lines := array[format('%s: %s', r.label, council.fee_basis_text(i.basis, i.basis_id, i.day, i.person_id)),
    format(council.say('Grundlage: %s, %s'), r.paragraph, s.title)];
  if i.basis = 'claim' then
    select * into claim from council.fee_claim where id = i.basis_id;
    lines := lines || format(council.say('Antrag%s%s%s'), case when claim.begins_at is not null
        then format(council.say(': %s bis %s Uhr'), to_char(claim.begins_at, 'HH24:MI'), to_char(claim.ends_at, 'HH24:MI')) else '' end,
      case when claim.kilometres is not null then format(': %s km, %s', council.german_number(claim.kilometres), council.say(api.code_label('fee_vehicle', claim.vehicle))) else '' end,
      case when claim.evidence <> '' then council.say(', Beleg: ') || claim.evidence else '' end);
  elsif i.basis = 'correction' then
    lines := lines || (select council.say('Grund: ') || c.reason from council.fee_correction c where c.id = i.basis_id);
  elsif i.since is not null then
    lines := lines || format(council.say('anwesend %s bis %s Uhr%s%s'), to_char(i.since at time zone 'Europe/Berlin', 'HH24:MI'),
      to_char(i.until at time zone 'Europe/Berlin', 'HH24:MI'),
      case when i.minutes is not null then format(council.say(' (gezählt %s Minuten)'), i.minutes) else '' end,
      case when i.substitute_for_id is not null then council.say(' in Vertretung von ') || (select p.name from council.person p where p.id = i.substitute_for_id) else '' end);
  end if;
  if i.rate is not null then
    lines := lines || format(council.say('Satz %s%s%s%s%s'), council.german_money(i.rate),
      case when i.quantity is not null then format(' x %s%s', council.german_number(i.quantity),
        case when r.claim = 'travel' then ' km' when r.count_mode <> 'whole' or r.claimed then council.say(' Stunden') else '' end)
          || case r.count_mode when 'started' then format(council.say(' (angefangene %s %s zählen voll)'), r.unit, case when r.unit_km then 'km' else council.say('Minuten') end)
            when 'full' then format(council.say(' (nur volle %s %s)'), r.unit, case when r.unit_km then 'km' else council.say('Minuten') end)
            when 'nearest' then format(council.say(' (auf %s %s gerundet)'), r.unit, case when r.unit_km then 'km' else council.say('Minuten') end) else '' end
        else '' end,
      (select format(council.say(', darin %s %s %s Minuten nach den ersten %s'),
          council.fee_counted(b.plus_mode, b.plus_unit, i.minutes - greatest(lower(b.minutes) - 1, 0))::bigint / b.plus_unit,
          case b.plus_mode when 'started' then council.say('angefangene') when 'full' then council.say('volle') else council.say('gerundete') end, b.plus_unit,
          greatest(lower(b.minutes) - 1, 0))
        from council.fee_rule_bracket b where b.rule_id = i.rule_id and b.plus_unit is not null and b.minutes @> i.minutes),
      case when i.days is not null and r.prorata <> 'full' and i.days <> extract(day from i.day + interval '1 month' - interval '1 day')
        then format(council.say(', %s Tage mit Anspruch'), i.days) else '' end,
      case when i.share <> 1 then format(council.say(', Anteil %s'), council.german_number(i.share)) else '' end);
    lines := lines || format(council.say('ergibt %s'), council.german_money(round(i.exact, 6)));
  end if;
  if i.cut_by is not null then
    lines := lines || format('%s%s', council.fee_cut_text(i.cut_by, i.rule_id),
      case when i.cut is not null then format(council.say(' (%s weniger)'), council.german_money(round(i.cut, 6))) else '' end);
  end if;
  if i.exact - coalesce(i.cut, 0) <> i.fresh then
    lines := lines || format(council.say('gerundet auf %s: %s'), council.german_money(coalesce(r.rounding_step, s.rounding_step)), council.german_money(i.fresh));
  end if;
  if i.before <> 0 then
    lines := lines || format(council.say('bisher festgeschrieben %s, Unterschied %s'), council.german_money(i.before), council.german_money(i.amount));
  end if;
  return array_to_string(lines, E'\n');
end
$$;
comment on function council.explain_fee_item(council.fee_item) is 'Why an item has its amount: what for, paragraph, presence or claim, rate, limits, rounding, what was paid before.';

create or replace function api.why(item_id bigint) returns text
  language plpgsql stable security definer
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  perform council.require_fees('fees');
  return (select council.explain_fee_item(i) from council.fee_item i where i.id = item_id);
end
$$;
comment on function api.why(bigint) is 'Why an item has its amount, as lines of text.';

-- What people type for a statute or a person.

create or replace function api.find_statute(body_id bigint, name text) returns bigint
  language plpgsql stable security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  found_id bigint;
begin
  perform council.require_fees('fees');
  if name is null then
    return null;
  end if;
  select s.id into found_id from council.statute s
  where s.body_id = find_statute.body_id and (s.name = find_statute.name or s.name || '/' || s.edition = find_statute.name)
  order by s.edition desc limit 1;
  if found_id is null then
    raise exception using errcode = 'RT005', message = format(council.say('die Satzung „%s“ gibt es in der Datenbank nicht'), name),
      hint = '''ratstisch statute list'' zählt alle auf.';
  end if;
  return found_id;
end
$$;
comment on function api.find_statute(bigint, text) is 'The newest edition of a statute of that name, or NAME/EDITION; NULL for NULL.';

create or replace function api.find_person(typed text) returns bigint
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  found_ids bigint[];
begin
  select array_agg(p.id) into found_ids from council.person p
  where p.id::text = typed or p.name = typed or lower(p.abbreviation) = lower(typed) and typed <> '';
  if cardinality(found_ids) = 1 then
    return found_ids[1];
  end if;
  raise exception using errcode = 'RT005', message = case when found_ids is null then format(council.say('die Person „%s“ gibt es nicht'), typed)
      else format(council.say('„%s“ sind mehrere Personen'), typed) end,
    detail = (select string_agg(p.id || ' ' || p.name, '; ') from council.person p where p.id = any (found_ids)),
    hint = council.say('Nummer der Person, „Name, Vorname“ oder Kürzel.');
end
$$;
comment on function api.find_person(text) is 'The person of a number, „Name, Vorname“ or abbreviation; RT005 when there is none or more than one.';

-- Many at once, as api.confirm_meeting does with one; those that have not ended are passed over.
create or replace function council.confirm_all(meetings bigint[], notes text[]) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  confirmed bigint;
begin
  perform council.require_fees('fees');
  insert into council.fee_confirmation (meeting_id, last_seq, note)
  select m.id, coalesce((select max(e.seq) from council.meeting_event e where e.meeting_id = m.id), 0), g.note
  from unnest(meetings, notes) g (id, note)
  join council.meeting m on m.id = g.id and m.state in ('closed', 'signed')
  on conflict on constraint fee_confirmation_pkey do update
    set last_seq = excluded.last_seq, note = excluded.note, confirmed_at = now(), confirmed_by = council.invoker();
  get diagnostics confirmed = row_count;
  return confirmed;
end
$$;
comment on function council.confirm_all(bigint[], text[]) is 'Confirms the attendance of ended meetings, each with a note; gives how many.';

create or replace function api.confirm_meetings(body_id bigint, first date, last date) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  confirmed bigint;
begin
  perform council.require_fees('fees');
  select council.confirm_all(array_agg(m.id), array_agg(''::text)) into confirmed
  from council.meeting m
  where m.body_id = confirm_meetings.body_id and m.state in ('closed', 'signed')
    and m.starts_at >= first::timestamp at time zone 'Europe/Berlin' and m.starts_at < (last + 1)::timestamp at time zone 'Europe/Berlin';
  return coalesce(confirmed, 0);
end
$$;
comment on function api.confirm_meetings(bigint, date, date) is 'Confirms the attendance of all ended meetings between two days; gives how many.';
