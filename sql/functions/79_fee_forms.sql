set local role ratstisch_owner;

-- Fees: what the forms of the fee clerk save, where a plain update does not do. They run with the rights of the asker, so that the
-- policies of the tables hold; faults name the field they belong to.

create or replace function api.again_run(run_id bigint) returns bigint
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  run council.fee_run;
begin
  select * into run from council.fee_run r where r.id = again_run.run_id;
  if run.id is null or run.kind <> 'regular' then
    raise exception using errcode = 'RT012', message = council.say('diesen Lauf gibt es nicht mehr'), hint = council.say('Liste neu lesen (^R).');
  end if;
  return api.dry_run(run.body_id, lower(run.period),
    (extract(year from age(upper(run.period), lower(run.period))) * 12
      + extract(month from age(upper(run.period), lower(run.period))))::integer, run.name);
end
$$;
comment on function api.again_run(bigint) is 'A dry run of the same months as this run; gives its identifier.';

create or replace function council.plain_amount(value numeric) returns text
  language sql immutable strict parallel safe
  return round(value, greatest(2, scale(trim_scale(value))))::text;
comment on function council.plain_amount(numeric) is '12.82, 0.235: two decimals, more where there are some; as forms take it.';

-- Group meetings: who was present, typed in one line.

create or replace function council.fee_clock(typed text) returns time
  language plpgsql immutable strict
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  return case when typed ~ '^\d{1,2}$' then typed || ':00' when typed ~ '^\d{3,4}$' then left(typed, -2) || ':' || right(typed, 2) else typed end::time;
exception when others then
  return null;
end
$$;
comment on function council.fee_clock(text) is '18, 1830, 18:30 as a time; NULL: none.';

-- Whom one word means: #NUMBER, an abbreviation, else the beginning of a family name, there members of the group before all others.
create or replace function council.fee_people(word text, organization bigint, day date) returns bigint[]
  language sql stable
  set search_path = pg_catalog, council, pg_temp
begin atomic
  with fitting as (
    select p.id, case when '#' || p.id = fee_people.word then 0 when p.abbreviation <> '' and lower(p.abbreviation) = lower(fee_people.word) then 1
      else 2 end as way,
      exists (select from council.membership m where m.person_id = p.id and m.organization_id = fee_people.organization and m.valid @> fee_people.day) as member
    from council.person p
    where p.body_id = (select o.body_id from council.organization o where o.id = fee_people.organization)
      and ('#' || p.id = fee_people.word or lower(p.abbreviation) = lower(fee_people.word)
        or starts_with(council.fold_text(p.family_name), council.fold_text(fee_people.word)))),
  best as (
    select f.id, rank() over (order by f.way, f.member desc) as place from fitting f)
  select coalesce(array_agg(b.id order by b.id), '{}') from best b where b.place = 1;
end;
comment on function council.fee_people(text, bigint, date) is 'The persons a word of a list of those present means; one, none or several.';

-- "kra beh lan 18:30-19:15": persons, each with times of its own when they stand behind it.
create or replace function council.read_present(typed text, organization bigint, day date, begins_at time, ends_at time)
  returns table (person_id bigint, came time, went time)
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  word text;
  ids bigint[];
  found bigint[] := '{}';
  first time[] := '{}';
  last time[] := '{}';
  unknown text[] := '{}';
  several text[] := '{}';
  n integer;
begin
  foreach word in array regexp_split_to_array(btrim(regexp_replace(typed, '[,;\s]+', ' ', 'g')), ' ') loop
    n := cardinality(found);
    if word ~ '^[\d:]*[-–][\d:]*$' and word ~ '\d' and n > 0 then
      first[n] := coalesce(council.fee_clock(nullif(split_part(translate(word, '–', '-'), '-', 1), '')), begins_at);
      last[n] := coalesce(council.fee_clock(nullif(split_part(translate(word, '–', '-'), '-', 2), '')), ends_at);
      continue;
    end if;
    ids := case when word = '' then '{}' else council.fee_people(word, organization, day) end;
    if cardinality(ids) = 1 then
      found := found || ids[1];
      first := first || begins_at;
      last := last || ends_at;
    elsif cardinality(ids) = 0 and word <> '' then
      unknown := unknown || word;
    elsif word <> '' then
      several := several || format('%s (%s)', word, (select string_agg(p.abbreviation || ' ' || p.name, ' oder ' order by p.name)
        from council.person p where p.id = any (ids)));
    end if;
  end loop;
  if cardinality(unknown) + cardinality(several) > 0 then
    raise exception using errcode = 'RT016', column = 'present', message = concat_ws('; ',
      council.say('unbekannt: ') || nullif(array_to_string(unknown, ' '), ''), council.say('mehrdeutig: ') || nullif(array_to_string(several, ', '), '')),
      hint = council.say('Kürzel, Anfang des Nachnamens oder #Nummer der Person.');
  end if;
  return query select distinct on (u.id, u.since) u.id, u.since, u.till from unnest(found, first, last) u (id, since, till);
end
$$;
comment on function council.read_present(text, bigint, date, time, time) is
  'Those present as typed in one line; RT016 (field present) names every word that means nobody or several.';

create or replace function council.present_line(fee_meeting bigint) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
begin atomic
  select coalesce(string_agg(coalesce(nullif(p.abbreviation, ''), '#' || p.id)
    || case when t.begins_at <> g.begins_at or t.ends_at <> g.ends_at
      then ' ' || to_char(t.begins_at, 'HH24:MI') || '-' || to_char(t.ends_at, 'HH24:MI') else '' end, ' ' order by p.name, t.begins_at), '')
  from council.fee_meeting g
  join council.fee_presence t on t.fee_meeting_id = g.id
  join council.person p on p.id = t.person_id
  where g.id = present_line.fee_meeting;
end;
comment on function council.present_line(bigint) is 'Those present as the form shows and reads them.';

-- A word beside those typed, never a refusal: expert citizens and guests may well sit in the meeting of a group. Only a rule decides whether that
-- is paid, so whoever a rule for guests fits is left out here.
create or replace function council.fee_strangers(fee_meeting bigint) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
begin atomic
  select coalesce(string_agg(distinct coalesce(nullif(p.abbreviation, ''), p.name), ' '), '')
  from council.fee_meeting g
  join council.organization o on o.id = g.organization_id
  join council.fee_presence t on t.fee_meeting_id = g.id
  join council.person p on p.id = t.person_id
  where g.id = fee_strangers.fee_meeting
    and not exists (select from council.membership m where m.person_id = p.id and m.organization_id = g.organization_id and m.valid @> g.day)
    and not exists (
      select from council.statute s
      join council.fee_rule r on r.statute_id = s.id and r.attending <> 'member' and r.pay in ('meeting', 'day') and r.valid @> g.day
      join council.fee_rule_who w on w.rule_id = r.id and not w.excepted
      where s.body_id = o.body_id and (s.state = 'basis' or s.in_force @> g.day)
        and (not exists (select from council.fee_rule_body b where b.rule_id = r.id and b.place = -1)
          or exists (select from council.fee_rule_body b where b.rule_id = r.id and b.place = -1
            and (b.classification = o.classification or b.short_name = o.short_name)))
        and (exists (select from council.fee_assignment a where a.person_id = p.id and a.function_name = w.function_name and a.valid @> g.day)
          or exists (select from council.membership m join council.organization x on x.id = m.organization_id
            where m.person_id = p.id and m.valid @> g.day and (m.role = w.role or w.role = 'member' and m.role in ('chair', 'deputy_chair'))
              and (not exists (select from council.fee_rule_body b where b.rule_id = r.id and b.place = w.place)
                or exists (select from council.fee_rule_body b where b.rule_id = r.id and b.place = w.place
                  and (b.classification = x.classification or b.short_name = x.short_name))))));
end;
comment on function council.fee_strangers(bigint) is
  'Who was entered as present at a group meeting without being a member that day, and without a rule in force that pays guests like them.';

-- Volatile, so that it sees what the statement it stands in has just saved.
create or replace function api.fee_meeting_notice(fee_meeting bigint) returns text
  language plpgsql volatile
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  return council.fee_strangers(fee_meeting);
end
$$;
comment on function api.fee_meeting_notice(bigint) is 'As council.fee_strangers, right after the meeting was saved.';

create or replace function api.save_fee_meeting(inout id bigint, inout version bigint, inout organization_id bigint, inout day date, begins_at time,
  ends_at time, present text, name text, inout received_on date, late_reason text,
  out organization text, out next_begins_at text, out next_ends_at text)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  saved council.fee_meeting;
  new_row boolean := id is null;
begin
  if ends_at <= begins_at then
    raise exception using errcode = 'RT016', column = 'ends_at', message = council.say('das Ende liegt vor dem Beginn');
  end if;
  if new_row then
    insert into council.fee_meeting as g (organization_id, day, begins_at, ends_at, name, received_on, late_reason)
    values (organization_id, day, begins_at, ends_at, coalesce(name, ''), coalesce(received_on, current_date), coalesce(late_reason, ''))
    returning * into saved;
  else
    update council.fee_meeting g set organization_id = organization_id, day = day, begins_at = begins_at, ends_at = ends_at,
      name = coalesce(name, ''), received_on = coalesce(received_on, g.received_on), late_reason = coalesce(late_reason, '')
    where g.id = id and g.version = version
    returning * into saved;
    if saved.id is null then -- somebody was faster: no row
      id := null;
      return;
    end if;
  end if;
  delete from council.fee_presence p where p.fee_meeting_id = saved.id and not exists (
    select from council.read_present(coalesce(present, ''), organization_id, day, begins_at, ends_at) r
    where r.person_id = p.person_id and r.came = p.begins_at and r.went = p.ends_at);
  insert into council.fee_presence (fee_meeting_id, person_id, begins_at, ends_at)
  select saved.id, r.person_id, r.came, r.went
  from council.read_present(coalesce(present, ''), organization_id, day, begins_at, ends_at) r
  where not exists (select from council.fee_presence p where p.fee_meeting_id = saved.id and p.person_id = r.person_id
    and p.begins_at = r.came and p.ends_at = r.went);
  -- The next entry: the same group, as many days later as this one was after the one before.
  day := saved.day + coalesce((select saved.day - max(g.day) from council.fee_meeting g
    where g.organization_id = organization_id and g.day between saved.day - 31 and saved.day - 1), 7);
  id := saved.id;
  version := saved.version;
  received_on := saved.received_on;
  organization := (select o.name from council.organization o where o.id = organization_id);
  next_begins_at := to_char(saved.begins_at, 'HH24:MI');
  next_ends_at := to_char(saved.ends_at, 'HH24:MI');
exception
  when unique_violation then
    raise exception using errcode = 'RT016', column = 'day', message = format(council.say('eine Sitzung am %s um %s Uhr gibt es schon'), to_char(day, 'DD.MM.YYYY'),
      to_char(begins_at, 'HH24:MI')), hint = council.say('In der Liste öffnen und ergänzen.');
  when exclusion_violation then
    raise exception using errcode = 'RT016', column = 'present', message = council.say('jemand steht zweimal in der Liste, zu denselben Zeiten');
end
$$;
comment on function api.save_fee_meeting(bigint, bigint, bigint, date, time, time, text, text, date, text) is
  'Saves a group meeting with all present, typed in one line; the identifier is NULL when somebody was faster. Day and times: for the next entry.';

-- Claims.

create or replace function council.refuse_claim(column_name text, what text, hint text default null) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  if hint is null then
    raise exception using errcode = 'RT016', column = column_name, message = what;
  end if;
  raise exception using errcode = 'RT016', column = column_name, message = what, hint = hint;
end
$$;
comment on function council.refuse_claim(text, text, text) is 'A fault of a form, at its field.';

create or replace function council.check_claim(kind text, begins_at time, ends_at time, amount numeric, kilometres numeric, vehicle text, state text,
  reason text) returns void
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  if (begins_at is null) <> (ends_at is null) then
    perform council.refuse_claim(case when begins_at is null then 'begins_at' else 'ends_at' end, council.say('Beginn und Ende gehören zusammen'));
  elsif ends_at <= begins_at then
    perform council.refuse_claim('ends_at', council.say('das Ende liegt vor dem Beginn'));
  elsif kind in ('loss_floor', 'loss_proven', 'loss_plausible', 'household') and begins_at is null then
    perform council.refuse_claim('begins_at', council.say('von wann bis wann?'));
  elsif kind = 'travel' and vehicle is null then
    perform council.refuse_claim('vehicle', council.say('womit?'));
  elsif kind = 'travel' and vehicle = 'ticket' and amount is null then
    perform council.refuse_claim('amount', council.say('was hat die Fahrkarte gekostet?'));
  elsif kind = 'travel' and vehicle <> 'ticket' and kilometres is null then
    perform council.refuse_claim('kilometres', council.say('wie viele Kilometer, hin und zurück?'));
  elsif kind in ('care', 'other') and amount is null and begins_at is null then
    perform council.refuse_claim('amount', council.say('ein Betrag oder Beginn und Ende'));
  elsif state = 'rejected' and coalesce(reason, '') = '' then
    perform council.refuse_claim('reason', council.say('eine Ablehnung braucht einen Grund'));
  end if;
end
$$;
comment on function council.check_claim(text, time, time, numeric, numeric, text, text, text) is 'What a claim of a kind needs, said at the field.';

create or replace function council.overlapping_claims(claim council.fee_claim) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
begin atomic
  select string_agg(format('%s %s–%s', api.code_label('fee_claim', c.kind), to_char(c.begins_at, 'HH24:MI'), to_char(c.ends_at, 'HH24:MI')), ', ')
  from council.fee_claim c
  where c.person_id = (claim).person_id and c.day = (claim).day and c.id is distinct from (claim).id and c.state <> 'rejected'
    and c.begins_at < (claim).ends_at and (claim).begins_at < c.ends_at and c.kind not in ('travel', 'other');
end;
comment on function council.overlapping_claims(council.fee_claim) is 'Claims of the same hours, as people read them.';

create or replace function api.save_fee_claim(inout id bigint, inout version bigint, inout person_id bigint, inout kind text, inout day date,
  begins_at time, ends_at time, hourly_amount numeric, amount numeric, kilometres numeric, vehicle text, passengers integer, meeting_id bigint,
  evidence text, confirmed boolean, inout received_on date, late_reason text, state text, reason text, note text, out person text)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  c council.fee_claim;
begin
  perform council.check_claim(kind, begins_at, ends_at, amount, kilometres, vehicle, state, reason);
  c := row(id, person_id, kind, day, begins_at, ends_at, hourly_amount, amount, kilometres, vehicle, coalesce(passengers, 0), meeting_id, null,
    coalesce(evidence, ''), coalesce(confirmed, false), coalesce(received_on, current_date), coalesce(late_reason, ''), coalesce(state, 'accepted'),
    coalesce(reason, ''), coalesce(note, ''), version, now(), '')::council.fee_claim;
  if id is null then
    insert into council.fee_claim as t (person_id, kind, day, begins_at, ends_at, hourly_amount, amount, kilometres, vehicle, passengers, meeting_id,
      evidence, confirmed, received_on, late_reason, state, reason, note)
    values (c.person_id, c.kind, c.day, c.begins_at, c.ends_at, c.hourly_amount, c.amount, c.kilometres, c.vehicle, c.passengers, c.meeting_id,
      c.evidence, c.confirmed, c.received_on, c.late_reason, c.state, c.reason, c.note)
    returning t.id, t.version into id, version;
  else
    update council.fee_claim t set person_id = c.person_id, kind = c.kind, day = c.day, begins_at = c.begins_at, ends_at = c.ends_at,
      hourly_amount = c.hourly_amount, amount = c.amount, kilometres = c.kilometres, vehicle = c.vehicle, passengers = c.passengers,
      meeting_id = c.meeting_id, evidence = c.evidence, confirmed = c.confirmed, received_on = c.received_on, late_reason = c.late_reason,
      state = c.state, reason = c.reason, note = c.note
    where t.id = c.id and t.version = c.version
    returning t.id, t.version into id, version;
  end if;
  received_on := c.received_on;
  person := (select p.name from council.person p where p.id = person_id);
exception
  when exclusion_violation then
    perform council.refuse_claim('begins_at', council.say('überschneidet sich mit: ') || coalesce(council.overlapping_claims(c), council.say('einem anderen Antrag')),
      council.say('Zeiten ändern oder einen der Anträge ablehnen.'));
end
$$;
comment on function api.save_fee_claim(bigint, bigint, bigint, text, date, time, time, numeric, numeric, numeric, text, integer, bigint, text, boolean,
  date, text, text, text, text) is 'Saves a claim; what is missing or overlaps is said at its field (RT016). The identifier is NULL when somebody was faster.';

create or replace function api.save_fee_bank_account(inout id bigint, inout version bigint, payee_id bigint, iban text, bic text, valid_from date,
  valid_until date)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  packed text := upper(regexp_replace(iban, '\s', '', 'g'));
begin
  if council.iban_fault(packed) <> '' then
    perform council.refuse_claim('iban', council.say('diese IBAN kann nicht stimmen'), council.say('Ziffer für Ziffer mit der Vorlage vergleichen.'));
  end if;
  if id is null then
    insert into council.fee_bank_account as a (payee_id, iban, bic, valid)
    values (payee_id, packed, upper(coalesce(bic, '')), daterange(valid_from, valid_until, '[]'))
    returning a.id, a.version into id, version;
  else
    update council.fee_bank_account a set iban = packed, bic = upper(coalesce(bic, '')), valid = daterange(valid_from, valid_until, '[]')
    where a.id = id and a.version = version
    returning a.id, a.version into id, version;
  end if;
end
$$;
comment on function api.save_fee_bank_account(bigint, bigint, bigint, text, text, date, date) is 'Saves an account of a payee; RT016 (field iban) when its check digits are wrong.';

-- Confirmations of several meetings.

create or replace function api.confirm_these(ids text) returns bigint
  language sql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
  select count(api.confirm_meeting(i::bigint, '')) from unnest(string_to_array(ids, ' ')) i;
$$;
comment on function api.confirm_these(text) is 'Confirms the attendance of meetings (identifiers with blanks between them); gives how many.';

create or replace function api.confirm_shown(body_id bigint, filter text) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  done bigint;
begin
  perform council.require_fees('fees');
  select council.confirm_all(array_agg(m.id), array_agg(''::text)) into done
  from council.meeting m
  where m.body_id = confirm_shown.body_id and m.state in ('closed', 'signed')
    and (coalesce(filter, '') = '' or m.search operator(council.~~~) council.like_pattern(filter))
    and not exists (select from council.fee_confirmation f where f.meeting_id = m.id and not exists (select from council.meeting_event e
      where e.meeting_id = m.id and e.seq > f.last_seq and e.kind in ('open', 'close', 'arrive', 'depart', 'substitute', 'substitute_end', 'undo')));
  return coalesce(done, 0);
end
$$;
comment on function api.confirm_shown(bigint, text) is 'Confirms the attendance of all ended meetings that a filter finds and that wait for it; gives how many.';

-- What there is of a person, and in the whole module; screen: what opens it.

create or replace function api.fee_topics(whom bigint)
  returns table (place integer, screen text, person_id bigint, person text, entries bigint, now text)
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_column
begin
  return query
  with topics (place, screen, entries, now) as (
    select 10, 'fee_claims', count(*), coalesce(max(to_char(c.day, 'DD.MM.YYYY') || ' ' || council.say(api.code_label('fee_claim', c.kind)))
        filter (where c.day = (select max(d.day) from council.fee_claim d where d.person_id = whom)), '')
      from council.fee_claim c where c.person_id = whom
    union all select 11, 'fee_evidence_list', count(*), coalesce(string_agg(e.name, ', ') filter (where e.valid @> current_date), '')
      from council.fee_evidence e where e.person_id = whom
    union all select 12, 'fee_assignments', count(*), coalesce(string_agg(coalesce((select max(f.label) from council.fee_function f
        where f.name = a.function_name), a.function_name), ', ') filter (where a.valid @> current_date), '')
      from council.fee_assignment a where a.person_id = whom
    union all select 13, 'fee_holds', count(*), coalesce(string_agg(council.say(api.code_label('fee_hold', h.kind)) || ': ' || h.reason, ', ')
        filter (where h.valid @> current_date), '')
      from council.fee_hold h where h.person_id = whom
    union all select 14, 'fee_corrections', count(*), coalesce(council.german_money(sum(c.amount)), '') from council.fee_correction c
      where c.person_id = whom or c.instead_of_id = whom
    union all select 15, 'fee_working_hours', count(*), coalesce(string_agg(council.say(api.code_label('weekday', h.weekday::text)) || ' '
        || to_char(h.begins_at, 'HH24:MI') || '–' || to_char(h.ends_at, 'HH24:MI'), ', ' order by h.weekday) filter (where h.valid @> current_date), '')
      from council.fee_working_hours h where h.person_id = whom
    union all select 16, 'fee_distances', count(*), coalesce(string_agg(council.german_number(d.kilometres) || ' km', ', ')
        filter (where d.valid @> current_date), '')
      from council.fee_distance d where d.person_id = whom
    union all select 17, 'fee_payees', count(*), coalesce(string_agg(y.name, ', ') filter (where y.valid @> current_date), '')
      from council.fee_payee y where y.person_id = whom
    union all select 18, 'fee_person_year', count(*), coalesce(council.german_money(sum(i.amount)), '')
      from council.fee_run r join council.fee_item i on i.run_id = r.id and i.person_id = whom
      where r.state <> 'dry' and r.kind = 'regular'
    union all select 19, 'person_memberships', count(*), coalesce(string_agg(o.short_name, ', ' order by o.sort_order) filter (where m.valid @> current_date), '')
      from council.membership m join council.organization o on o.id = m.organization_id where m.person_id = whom)
  select t.place, t.screen, p.id, p.name, t.entries, left(t.now, 400) from topics t join council.person p on p.id = whom;
end
$$;
comment on function api.fee_topics(bigint) is 'What the fee module knows of a person, topic by topic.';

create or replace function api.fee_menu(body_id bigint) returns table (place integer, screen text, now text, waits text)
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  return query
  select 10, 'fee_held', (select count(*)::text from council.meeting m where m.body_id = fee_menu.body_id and m.state in ('closed', 'signed')
    and not exists (select from council.fee_confirmation f where f.meeting_id = m.id)), 'waiting'
  union all select 11, 'fee_meetings', (select to_char(max(g.day), 'DD.MM.YYYY') from council.fee_meeting g), 'last'
  union all select 12, 'fee_claims', (select count(*)::text from council.fee_claim c where c.state = 'open'), 'open'
  union all select 13, 'fee_persons', (select count(distinct h.person_id)::text from council.fee_hold h where h.kind = 'hold' and h.valid @> current_date), 'held'
  union all select 14, 'fee_corrections', (select count(*)::text from council.fee_correction), ''
  union all select 20, 'fee_statutes', (select string_agg(s.title, '; ') from council.statute s where s.body_id = fee_menu.body_id and s.state = 'in_force'
    and s.in_force @> current_date), ''
  union all select 21, 'fee_simulations', (select count(*)::text from council.fee_run r where r.kind = 'simulation'), ''
  union all select 22, 'fee_balances', (select council.german_money(coalesce(sum(d.amount), 0))  from council.fee_due d
    join council.fee_run r on r.id = d.run_id and r.state = 'released' where d.settlement_id is null), 'open'
  union all select 23, 'fee_files', (select count(*) filter (where f.state = 'made') || '' from council.fee_file f), 'to_send'
  union all select 24, 'fee_settlements', (select count(*) filter (where s.state = 'returned') || '' from council.fee_settlement s), 'returned'
  union all select 25, 'fee_months', (select to_char(max(c.month), 'MM/YYYY') from council.fee_closing c), 'closed_to'
  union all select 26, 'fee_year', '', ''
  union all select 27, 'fee_year_persons', '', ''
  union all select 30, 'body_sizes', (select translate(to_char(max(s.value), 'FM999,999,999'), ',', '.') from council.body_size s where s.body_id = fee_menu.body_id
    and s.measure = 'inhabitants' and s.valid @> current_date), ''
  union all select 31, 'fee_setting', (select s.debtor_name::text from council.fee_setting s where s.body_id = fee_menu.body_id), '';
end
$$;
comment on function api.fee_menu(bigint) is 'The parts of the fee module, each with what waits there.';

-- Statutes: what a committed run has used stays. Later days may still get their amounts (a new year), so the guard looks at the days
-- that committed runs have calculated.

create or replace function council.statute_used_until(statute bigint) returns date
  language sql stable
  set search_path = pg_catalog, council, pg_temp
begin atomic
  select max(upper(r.calculated)) from council.fee_run_statute u
  join council.fee_run r on r.id = u.run_id and r.state <> 'dry' where u.statute_id = statute_used_until.statute;
end;
comment on function council.statute_used_until(bigint) is 'First day that no committed run has calculated by this statute; NULL: none has used it.';

create or replace function council.guard_statute() returns trigger
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  used daterange;
  statute bigint;
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  stamps text[] := array['version', 'changed_at', 'changed_by'];
  allowed boolean;
begin
  statute := case tg_table_name when 'statute' then old.id
    when 'fee_band' then (select r.statute_id from council.fee_rate r where r.id = (coalesce(is_now, was) ->> 'rate_id')::bigint)
    else (coalesce(is_now, was) ->> 'statute_id')::bigint end;
  used := daterange(null, council.statute_used_until(statute));
  allowed := upper_inf(used) or case tg_table_name
    when 'statute' then is_now - stamps - array['state', 'in_force', 'file_sha256'] = was - stamps - array['state', 'in_force', 'file_sha256']
    when 'fee_band' then not exists (select from council.fee_rate r where r.id in ((was ->> 'rate_id')::bigint, (is_now ->> 'rate_id')::bigint)
      and r.valid && used)
    when 'fee_rate' then coalesce((was ->> 'valid')::daterange * used, 'empty') = coalesce((is_now ->> 'valid')::daterange * used, 'empty')
      and (was is null or is_now is null or not (was ->> 'valid')::daterange && used or is_now - stamps - 'valid'::text = was - stamps - 'valid'::text)
    else false end;
  if not allowed then
    raise exception using errcode = 'RT012', message = council.say('nach dieser Satzung ist schon abgerechnet'),
      detail = format(council.say('Abgerechnet ist bis %s; was bis dahin gilt, bleibt, wie es ist.'), to_char(upper(used) - 1, 'DD.MM.YYYY')),
      hint = council.say('Im Wortlaut geändert (Tasten e, t) wird die Satzung eine neue Ausgabe. Sätze für spätere Tage können eingetragen werden.');
  end if;
  -- Not by the loader: then the text is no longer that of the file.
  if current_user <> 'ratstisch_owner' and tg_table_name <> 'statute' then
    update council.statute s set file_sha256 = '' where s.id = statute and s.file_sha256 <> '';
  end if;
  return coalesce(new, old);
end
$$;
comment on function council.guard_statute() is 'Refuses (RT012) what would change days that a committed run has paid by the statute.';
create or replace trigger used before update on council.statute for each row execute function council.guard_statute();
create or replace trigger used before insert or update or delete on council.fee_rate for each row execute function council.guard_statute();
create or replace trigger used before insert or update or delete on council.fee_band for each row execute function council.guard_statute();
create or replace trigger used before insert or update or delete on council.fee_rule for each row execute function council.guard_statute();

-- A new period of a rate ends the one before, and begins with its bands.
create or replace function api.save_fee_rate(inout id bigint, inout version bigint, statute_id bigint, name text, label text, paragraph text, valid_from date,
  valid_until date, measure text, amount numeric, of_rate text, times_over bigint, times_under bigint)
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  days daterange := daterange(valid_from, valid_until, '[]');
  earlier council.fee_rate;
begin
  if num_nonnulls(measure, amount, of_rate) <> 1 then
    perform council.refuse_claim('amount', council.say('ein Betrag, oder eine Staffel, oder ein Vielfaches: genau eines davon'));
  end if;
  if id is not null then
    update council.fee_rate r set label = label, paragraph = coalesce(paragraph, ''), valid = days, measure = measure, amount = amount, of_rate = of_rate,
      times_over = case when of_rate is not null then coalesce(times_over, 1) end, times_under = case when of_rate is not null then coalesce(times_under, 1) end
    where r.id = id and r.version = version
    returning r.id, r.version into id, version;
    return;
  end if;
  select * into earlier from council.fee_rate r
  where r.statute_id = statute_id and r.name = name and r.valid && days and lower(r.valid) < valid_from order by r.valid desc limit 1;
  if earlier.id is not null then
    update council.fee_rate r set valid = daterange(lower(r.valid), valid_from) where r.id = earlier.id;
  else
    select * into earlier from council.fee_rate r
    where r.statute_id = statute_id and r.name = name and r.valid << days order by r.valid desc limit 1;
  end if;
  insert into council.fee_rate as r (statute_id, name, label, paragraph, valid, measure, amount, of_rate, times_over, times_under)
  values (statute_id, name, label, coalesce(paragraph, ''), days, measure, amount, of_rate,
    case when of_rate is not null then coalesce(times_over, 1) end, case when of_rate is not null then coalesce(times_under, 1) end)
  returning r.id, r.version into id, version;
  insert into council.fee_band (rate_id, size, amount)
  select id, b.size, b.amount from council.fee_band b where measure is not null and b.rate_id = earlier.id;
end
$$;
comment on function api.save_fee_rate(bigint, bigint, bigint, text, text, text, date, date, text, numeric, text, bigint, bigint) is
  'Saves a period of a rate; a new one ends the period before it on the day before, and takes its bands over.';

create or replace function api.rule_text(rule_id bigint) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
begin atomic
  select array_to_string(council.statute_rule_how(r) || council.statute_rule_what(r), E'\n') from council.fee_rule r where r.id = rule_text.rule_id;
end;
comment on function api.rule_text(bigint) is 'What a rule says, in the words of statute files.';
