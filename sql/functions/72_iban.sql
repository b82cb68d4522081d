-- International bank account numbers (ISO 13616): length by country, check digits modulo 97.

-- Countries of the registry that have each length.
create or replace function council.iban_length(country text) returns integer
  language sql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select v.length from (values
    ('NO', 15),
    ('BE', 16),
    ('DK FI FK FO GL NL SD', 18),
    ('MK SI', 19),
    ('AT BA EE KZ LT LU MN XK', 20),
    ('CH HR LI LV', 21),
    ('BG BH CR DE GB GE IE ME RS VA', 22),
    ('AE GI IL IQ OM SO TL', 23),
    ('AD CZ ES MD PK RO SA SE SK TN VG', 24),
    ('LY PT ST', 25),
    ('IS TR', 26),
    ('BI DJ FR GR IT MC MR SM', 27),
    ('AL AZ BY CY DO GT HN HU LB NI PL SV', 28),
    ('BR EG PS QA UA', 29),
    ('JO KW MU YE', 30),
    ('MT SC', 31),
    ('LC', 32),
    ('RU', 33)) v (countries, length)
  where country = any (string_to_array(v.countries, ' '))
$$;
comment on function council.iban_length(text) is 'Characters of an IBAN of a country (DE); NULL for one that has none.';

create or replace function council.iban_normal(iban text) returns text
  language sql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
as $$ select upper(regexp_replace(iban, '[ \u00a0]', '', 'g')) $$;
comment on function council.iban_normal(text) is 'As it is stored and sent: capitals, no blanks.';

create or replace function council.iban_is_valid(iban text) returns boolean
  language sql immutable parallel safe
  set search_path = pg_catalog, council, pg_temp
as $$
  select coalesce((
    select case when n.iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]+$' and substr(n.iban, 3, 2) between '02' and '98'
      and length(n.iban) = council.iban_length(left(n.iban, 2)) then (
      select string_agg(case when c.c ~ '[0-9]' then c.c else (ascii(c.c) - 55)::text end, '' order by c.place)::numeric % 97 = 1
      from regexp_split_to_table(substr(n.iban, 5) || left(n.iban, 4), '') with ordinality c (c, place)) end
    from (values (council.iban_normal(iban))) n (iban)), false)
$$;
comment on function council.iban_is_valid(text) is 'Country, length and check digits; small letters and blanks do not matter.';

-- Why not, for people; NULL when it is valid.
create or replace function council.iban_words(iban text) returns text
  language sql immutable parallel safe
  set search_path = pg_catalog, council, pg_temp
as $$
  select case when council.iban_is_valid(n.iban) then null
    when n.iban !~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]*$' then 'keine IBAN: zwei Buchstaben, zwei Ziffern, dann Ziffern und Buchstaben'
    when council.iban_length(left(n.iban, 2)) is null then format('das Land „%s“ kennt keine IBAN', left(n.iban, 2))
    when length(n.iban) <> council.iban_length(left(n.iban, 2)) then
      format('die IBAN hat %s Zeichen, in „%s“ sind es %s', length(n.iban), left(n.iban, 2), council.iban_length(left(n.iban, 2)))
    else 'die Prüfziffern der IBAN stimmen nicht: vermutlich ein Tippfehler' end
  from (values (council.iban_normal(coalesce(iban, '')))) n (iban)
$$;
comment on function council.iban_words(text) is 'What is wrong with an IBAN, for people; NULL when nothing is.';

-- For transfers: only into countries of SEPA (src/exchange/iban.c has the same for files).
create or replace function council.iban_fault(iban text) returns text
  language sql immutable parallel safe
  set search_path = pg_catalog, council, pg_temp
as $$
  select case when n.iban !~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]+$' then 'form'
    when left(n.iban, 2) <> all (string_to_array('AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO '
      || 'PL PT RO RS SE SI SK SM VA', ' ')) then 'country'
    when length(n.iban) <> council.iban_length(left(n.iban, 2)) then 'length'
    when council.iban_is_valid(n.iban) then '' else 'check' end
  from (values (council.iban_normal(coalesce(iban, '')))) n (iban)
$$;
comment on function council.iban_fault(text) is
  'What is wrong with an account number: form, country (outside SEPA), length, check (digits); empty: nothing.';
