set local role ratstisch_owner;

-- Days on which banks carry out transfers in euro. Source: European Central Bank, "Long-term calendar for TARGET closing days", press release of
-- 14 December 2000, in force since 2002 until further notice: closed on Saturdays and Sundays, New Year's Day, Good Friday, Easter
-- Monday, 1 May, Christmas Day and 26 December. Feasts of a state, 24 and 31 December are banking days.

create or replace function council.easter(year integer) returns date
  language plpgsql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
as $$
declare -- the Gregorian computus (Meeus, Jones, Butcher)
  a integer := year % 19;
  b integer := year / 100;
  c integer := year % 100;
  h integer := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l integer := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m integer := (a + 11 * h + 22 * l) / 451;
begin
  return make_date(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
end
$$;
comment on function council.easter(integer) is 'Easter Sunday of the western churches.';

create or replace function council.bank_closed(day date) returns text
  language sql immutable strict parallel safe
  set search_path = pg_catalog, council, pg_temp
as $$
  select case when to_char(day, 'MMDD') = '0101' then 'new_year'
    when day = council.easter(extract(year from day)::integer) - 2 then 'good_friday'
    when day = council.easter(extract(year from day)::integer) + 1 then 'easter_monday'
    when to_char(day, 'MMDD') = '0501' then 'labour_day'
    when to_char(day, 'MMDD') = '1225' then 'christmas_day'
    when to_char(day, 'MMDD') = '1226' then 'second_christmas_day'
    when extract(isodow from day) = 6 then 'saturday'
    when extract(isodow from day) = 7 then 'sunday'
    else '' end
$$;
comment on function council.bank_closed(date) is 'Why banks carry out no transfers on a day (a code, api.code_label(''bank_closed'', ...)); empty: they do.';

create or replace function council.banking_day(day date) returns date
  language sql immutable strict parallel safe
  set search_path = pg_catalog, council, pg_temp
as $$
  select min(n.d)::date from (select g as d from generate_series(banking_day.day::timestamp, banking_day.day + interval '9 days', '1 day') g) n
  where council.bank_closed(n.d::date) = ''
$$;
comment on function council.banking_day(date) is 'The day itself, or the next on which banks carry out transfers.';
