-- Statutes as text again: rows -> the statements of a statute file in a fixed order, so that what stands in the database can be
-- shown, compared and taken away by the same parser that read it (doc/statutes.md).

create or replace function council.statute_sum(amount numeric) returns text
  language sql immutable
  set search_path = pg_catalog, pg_temp
as $$
  select regexp_replace(translate(to_char(amount, 'FM999,999,999,990.0000'), ',.', '.,'), '(,\d\d\d*?)0*$', '\1')
$$;
comment on function council.statute_sum(numeric) is 'Money as statutes write it: 1.234,56, up to four places.';

create or replace function council.statute_ratio(over bigint, under bigint) returns text
  language sql immutable
  set search_path = pg_catalog, pg_temp
as $$
  select case
    when 10000 % (under / nullif(gcd(over, under), 0)) <> 0 then format('%s/%s', over / gcd(over, under), under / gcd(over, under))
    else regexp_replace(replace(to_char(over::numeric / under, 'FM999999990.0000'), '.', ','), ',?0*$', '') end
$$;
comment on function council.statute_ratio(bigint, bigint) is 'A factor as statutes write it: 2,5 or 1/3.';

create or replace function council.statute_quote(value text) returns text
  language sql immutable
  set search_path = pg_catalog, pg_temp
as $$ select '"' || replace(replace(value, '\', '\\'), '"', '\"') || '"' $$;

create or replace function council.statute_amount(amount numeric, rate_name text, times_over bigint, times_under bigint, claimed boolean)
  returns text
  language sql immutable
  set search_path = pg_catalog, council, pg_temp
as $$
  select case when claimed then 'claimed' when amount is not null then statute_sum(amount)
    when rate_name is not null then case when times_over <> times_under then statute_ratio(times_over, times_under) || ' x ' else '' end
      || 'rate ' || rate_name end
$$;

create or replace function council.statute_time(minutes integer) returns text
  language sql immutable
  set search_path = pg_catalog, pg_temp
as $$ select lpad((minutes / 60)::text, 2, '0') || ':' || lpad((minutes % 60)::text, 2, '0') $$;

-- What is not that of the statute itself.
create or replace function council.statute_period(valid daterange, whole daterange) returns text
  language sql immutable
  set search_path = pg_catalog, pg_temp
as $$
  select nullif(concat_ws(' ', case when lower(valid) <> lower(whole) then 'from ' || to_char(lower(valid), 'DD.MM.YYYY') end,
    case when upper(valid) is distinct from upper(whole) then 'until ' || to_char(upper(valid) - 1, 'DD.MM.YYYY') end), '')
$$;

create or replace function council.statute_limit(period text, kind text, number integer, minutes integer, amount numeric,
  times_over bigint, times_under bigint, highest boolean) returns text
  language sql immutable
  set search_path = pg_catalog, council, pg_temp
as $$
  select concat_ws(' ', period, kind, case kind when 'count' then number::text when 'hours' then statute_ratio(minutes, 60)
    when 'amount' then statute_sum(amount)
    when 'further' then statute_ratio(times_over * 100, times_under) || ' percent' else statute_ratio(times_over, times_under) end, case when highest then 'highest' end)
$$;

create or replace function council.statute_bodies(rule_id bigint, place integer) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select string_agg(coalesce(b.classification, statute_quote(b.short_name)), ' ' order by b.number)
  from council.fee_rule_body b where b.rule_id = statute_bodies.rule_id and b.place = statute_bodies.place
$$;

create or replace function council.statute_head_text(s council.statute) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select concat_ws(E'\n', 'statute ' || s.name, 'title ' || statute_quote(s.title), 'source ' || statute_quote(s.source),
    (select string_agg('note ' || statute_quote(n.line), E'\n' order by n.place)
      from regexp_split_to_table(s.note, E'\n') with ordinality n (line, place) where btrim(n.line) <> ''),
    concat_ws(' ', 'valid from ' || to_char(lower(s.valid), 'DD.MM.YYYY'), 'until ' || to_char(upper(s.valid) - 1, 'DD.MM.YYYY')),
    'based_on ' || s.based_on, format('rounding %s %s', statute_sum(s.rounding_step), s.rounding_mode),
    (select string_agg(case when c.chosen then 'with ' else 'without ' end || c.rule_name, E'\n' order by c.chosen desc, c.place, c.rule_name)
      from council.statute_choice c where c.statute_id = s.id),
    (select E'\n' || string_agg(format('function %s %s', f.name, statute_quote(f.label)), E'\n' order by f.place, f.name)
      from council.fee_function f where f.statute_id = s.id),
    (select E'\n' || string_agg(concat_ws(' ', 'tax_class', t.name, statute_quote(t.label), 'paragraph', statute_quote(t.paragraph), 'free',
        case when t.free_over = 0 then 'none' when t.free_over = t.free_under then 'all' else statute_ratio(t.free_over, t.free_under) end,
        'at_least ' || statute_sum(t.at_least), 'at_most ' || statute_sum(t.at_most)), E'\n' order by t.place, t.name)
      from council.fee_tax_class t where t.statute_id = s.id),
    (select E'\n' || string_agg(concat_ws(E'\n', concat_ws(' ', 'rate', r.name, statute_quote(r.label), 'paragraph', statute_quote(r.paragraph),
          statute_period(r.valid, s.valid), coalesce('by ' || r.measure, statute_amount(r.amount, r.of_rate, r.times_over, r.times_under, false))),
        (select string_agg(format('  band %s %s', coalesce('to ' || (upper(b.size) - 1), 'above'), statute_sum(b.amount)), E'\n' order by b.size)
          from council.fee_band b where b.rate_id = r.id)), E'\n' order by r.id)
      from council.fee_rate r where r.statute_id = s.id),
    (select E'\n' || string_agg(concat_ws(' ', 'cap', c.name, statute_quote(c.label), 'paragraph', statute_quote(c.paragraph),
        statute_limit(c.period, c.kind, c.number, c.minutes, c.amount, c.times_over, c.times_under, c.highest)), E'\n' order by c.place, c.name)
      from council.fee_cap c where c.statute_id = s.id))
$$;

-- Statements of a rule about who, how much and how often; NULL where nothing is said.
create or replace function council.statute_rule_how(r council.fee_rule) returns text[]
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select array[
    (select string_agg(concat_ws(' ', case when w.excepted then 'except' else 'who' end, coalesce(w.role, 'function ' || w.function_name),
        'of ' || statute_bodies(r.id, w.place)), E'\n' order by w.excepted, w.place)
      from council.fee_rule_who w where w.rule_id = r.id),
    (select string_agg(format('when %s %s %s', w.measure, w.worded, case w.worded when 'over' then lower(w.size) - 1
        when 'from' then lower(w.size) when 'to' then upper(w.size) - 1 else upper(w.size) end), E'\n' order by w.place)
      from council.fee_rule_when w where w.rule_id = r.id),
    (select 'excludes ' || string_agg(n.name, ' ' order by n.place, n.name) from council.fee_rule_name n where n.rule_id = r.id and n.kind = 'excludes'),
    'pool ' || r.pool, 'pay ' || r.pay,
    'amount ' || statute_amount(r.amount, r.rate_name, r.times_over, r.times_under, r.claimed),
    (select string_agg(format('bracket %s %s', coalesce('to ' || (upper(b.minutes) - 1) || ' minutes', 'above'),
        concat_ws(' ', statute_amount(b.amount, b.rate_name, b.times_over, b.times_under, false),
          'plus ' || statute_amount(b.plus_amount, b.plus_rate, b.plus_over, b.plus_under, false)
            || format(' per %s %s minutes', b.plus_mode, b.plus_unit))), E'\n' order by b.minutes)
      from council.fee_rule_bracket b where b.rule_id = r.id),
    case r.count_mode when 'whole' then null when 'exact' then 'unit exact'
      else format('unit %s %s %s', r.count_mode, r.unit, case when r.unit_km then 'km' else 'minutes' end) end,
    case when r.duration_per_day or r.duration_whole or r.minutes_before > 0 or r.minutes_after > 0 or r.gap_minutes <> 0 then concat_ws(' ', 'duration',
      case when r.duration_per_day then 'day' end, case when r.duration_whole then 'whole' end, 'before ' || nullif(r.minutes_before, 0), 'after ' || nullif(r.minutes_after, 0),
      case r.gap_minutes when 0 then null when -1 then 'gaps all' else 'gaps ' || r.gap_minutes end) end,
    (select string_agg(concat_ws(' ', 'factor', statute_ratio(x.over, x.under), 'for ' || x.function_name), E'\n' order by x.place)
      from council.fee_rule_share x where x.rule_id = r.id),
    'rounding ' || statute_sum(r.rounding_step) || ' ' || r.rounding_mode,
    case when r.due <> 'arrears' then 'due ' || r.due end,
    case when r.prorata <> 'full' then 'prorata ' || r.prorata end,
    concat_ws(' ', 'pause after ' || r.pause_months || ' months',
      case when r.pause_months is not null and r.pause_keeps_over > 0
        then format('keeps %s percent', statute_ratio(r.pause_keeps_over * 100, r.pause_keeps_under)) end),
    'absence ' || coalesce('less ' || statute_amount(r.absence_amount, r.absence_rate, r.absence_over, r.absence_under, false),
      case when r.absence_part_over > 0 then format('reduction %s percent', statute_ratio(r.absence_part_over * 100, r.absence_part_under)) end)
      || coalesce(' at ' || statute_bodies(r.id, -2), ''),
    (select string_agg('limit ' || statute_limit(l.period, l.kind, l.number, l.minutes, l.amount, l.times_over, l.times_under, l.highest),
        E'\n' order by l.place, l.period, l.kind)
      from council.fee_rule_limit l where l.rule_id = r.id),
    (select 'under ' || string_agg(n.name, ' ' order by n.place, n.name) from council.fee_rule_name n where n.rule_id = r.id and n.kind = 'under')]
$$;

-- About meetings, claims and accounts.
create or replace function council.statute_rule_what(r council.fee_rule) returns text[]
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select array[
    'meetings ' || statute_bodies(r.id, -1) || case when r.attending <> 'member' then ' as ' || r.attending else '' end,
    'days ' || nullif((select string_agg((array['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])[d], ' ' order by d)
      from unnest(r.weekdays) d), ''),
    case when r.begins_from is not null or r.begins_before is not null then concat_ws(' ', 'begins', 'from ' || statute_time(r.begins_from),
      'before ' || statute_time(r.begins_before)) end,
    (select string_agg(format('presence at_least %s %s', p.value, p.kind), E'\n' order by p.place, p.kind)
      from council.fee_rule_presence p where p.rule_id = r.id),
    case when r.joint <> 'once' then 'joint ' || r.joint end,
    case when r.substitutes <> 'acting' then 'substitutes ' || r.substitutes end,
    'claim ' || r.claim,
    'floor ' || statute_amount(r.floor_amount, r.floor_rate, r.floor_over, r.floor_under, false),
    (select string_agg(format('at_most %s per %s', statute_amount(m.amount, m.rate_name, m.times_over, m.times_under, false), m.per),
        E'\n' order by m.place, m.per)
      from council.fee_rule_at_most m where m.rule_id = r.id),
    case when r.working_hours or r.within_to is not null then concat_ws(' ', 'within', case when r.working_hours then 'working_hours'
      else statute_time(r.within_from) || ' to ' || statute_time(r.within_to) end, case when r.workdays then 'workdays' end) end,
    (select string_agg('confirm ' || statute_quote(c.text), E'\n' order by c.place) from council.fee_rule_confirm c where c.rule_id = r.id),
    case when r.evidence then 'evidence required' || coalesce(' expires ' || r.evidence_months || ' months', '') end,
    case when r.payee <> 'member' then 'payee ' || r.payee end,
    (select string_agg(format('vehicle %s %s', v.vehicle, statute_amount(v.amount, v.rate_name, v.times_over, v.times_under, v.claimed)),
        E'\n' order by v.place, v.vehicle)
      from council.fee_rule_vehicle v where v.rule_id = r.id),
    case when r.distance_home or r.distance_km is not null then
      concat_ws(' ', 'distance at_most', case when r.distance_home then 'home' end, r.distance_km || ' km') end,
    case when r.travel_pooled then 'travel pooled' end,
    'account ' || statute_quote(nullif(r.account, '')), 'cost_centre ' || statute_quote(nullif(r.cost_centre, '')),
    'wage_type ' || statute_quote(nullif(r.wage_type, '')), 'payer ' || statute_quote(nullif(r.payer, '')), 'tax ' || r.tax_class]
$$;

create or replace function api.statute_text(id bigint) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select council.statute_head_text(s) || E'\n' || coalesce((
    select string_agg(format(E'\nrule %s %s\n', r.name, council.statute_quote(r.label)) || (
        select string_agg('  ' || l.line || E'\n', '' order by p.place, l.number)
        from unnest(array['paragraph ' || council.statute_quote(r.paragraph), 'valid ' || council.statute_period(r.valid, s.valid),
            case when r.optional then 'optional' end] || council.statute_rule_how(r) || council.statute_rule_what(r))
          with ordinality p (lines, place)
        cross join lateral regexp_split_to_table(p.lines, E'\n') with ordinality l (line, number)
        where p.lines <> ''), '' order by r.place, r.id)
    from council.fee_rule r where r.statute_id = s.id), '')
  from council.statute s
  where s.id = statute_text.id
$$;
comment on function api.statute_text(bigint) is 'A statute as the text of a file; NULL for whoever may not see it.';
