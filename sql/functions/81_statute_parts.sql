-- Statutes on the screen: their text part by part, as it is edited, and the text a new one begins with. The parser in C reads the whole
-- again and api.load_statute stores it, as it does for a file (doc/statutes.md).

-- Parts stand in the text with an empty line between them. Those without a statement yet are there too, so that one can be written.
create or replace function api.statute_parts(id bigint) returns table (place integer, part text, label text, text text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  with parts as (
    select p.text, p.number, substring(p.text from '^(?:rule )?[a-z0-9_]+') as part
    from regexp_split_to_table(rtrim(api.statute_text(statute_parts.id), E'\n'), E'\n\n') with ordinality p (text, number))
  select k.place, k.part, '', coalesce(p.text, '')
  from (values (1, 'statute'), (2, 'function'), (3, 'tax_class'), (4, 'rate'), (5, 'cap')) k (place, part)
  left join parts p on p.part = k.part
  where exists (select from council.statute s where s.id = statute_parts.id)
  union all
  select 10 + p.number::integer, p.part, r.label::text, p.text
  from parts p join council.fee_rule r on r.statute_id = statute_parts.id and p.part = 'rule ' || r.name
$$;
comment on function api.statute_parts(bigint) is 'The text of a statute in parts: head, functions, tax classes, rates, caps, each rule.';

-- Forms compare what they have read with what is stored by this number: parts of a text have no row of their own with a version.
create or replace function council.text_version(text text) returns bigint
  language sql immutable
  set search_path = pg_catalog, pg_temp
as $$ select pg_catalog.hashtextextended(text, 0) $$;
comment on function council.text_version(text) is 'A number that another text does not have.';

create or replace function api.statute_part(statute_id bigint, part text, out id bigint, out version bigint, out text text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select s.id, council.text_version(x.text), x.text
  from council.statute s
  cross join lateral (
    select case when statute_part.part = 'whole' then api.statute_text(s.id)
      else (select p.text from api.statute_parts(s.id) p where p.part = statute_part.part) end as text) x
  where s.id = statute_part.statute_id and x.text is not null
$$;
comment on function api.statute_part(bigint, text) is 'One part of a statute''s text, or all of it (whole), with its version.';

-- What the form asks before its text is read: NULL is another text than the one that was seen.
create or replace function api.check_statute_part(statute_id bigint, part text, seen bigint) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
declare
  s council.statute;
  newest council.statute;
begin
  perform council.require_fees();
  if check_statute_part.statute_id is null then
    return true;
  end if;
  select t.* into s from council.statute t where t.id = check_statute_part.statute_id;
  perform council.require_statute(s);
  newest := council.newest_statute(s.body_id, s.name);
  if newest.id <> s.id then
    raise exception using errcode = 'RT011', message = council.say('von dieser Satzung gibt es eine neuere Ausgabe'),
      detail = format(council.say('%s, Ausgabe %s'), newest.name, newest.edition), hint = council.say('Ändern Sie die neueste Ausgabe.');
  end if;
  return check_statute_part.seen is null
    or check_statute_part.seen = (select p.version from api.statute_part(check_statute_part.statute_id, check_statute_part.part) p);
end
$$;
comment on function api.check_statute_part(bigint, text, bigint) is
  'May this part be changed? RT011: only the newest edition may; not true: it is no longer what was seen.';

-- Everything that is wanted to read a changed part with the rest: one row for each part.
create or replace function api.statute_frame(statute_id bigint)
  returns table (name text, edition integer, used boolean, seen bigint, part text, label text, version bigint, text text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select s.name::text, s.edition, council.statute_used_until(s.id) is not null, council.text_version(api.statute_text(s.id)), p.part, p.label,
    council.text_version(p.text), p.text
  from council.statute s cross join lateral api.statute_parts(s.id) p
  where s.id = statute_frame.statute_id
  order by p.place
$$;
comment on function api.statute_frame(bigint) is 'The parts of a statute in their order, with what the whole is.';

-- What a statute would stand on, nearest first; what is missing and circles are left to the parser.
create or replace function api.statute_base_texts(body_id bigint, name text) returns table (name text, text text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  with recursive bases as (
    select s.id, s.name, s.based_on, array[s.name::text] as seen
    from council.newest_statute(statute_base_texts.body_id, statute_base_texts.name) s where s.id is not null
    union all
    select s.id, s.name, s.based_on, b.seen || s.name::text
    from bases b cross join lateral council.newest_statute(statute_base_texts.body_id, b.based_on) s
    where s.id is not null and s.name <> all (b.seen))
  select b.name::text, api.statute_text(b.id) from bases b order by cardinality(b.seen)
$$;
comment on function api.statute_base_texts(bigint, text) is 'The statutes that one based on this name stands on, as texts.';

-- And what stands on it: what would be wrong there when it changes.
create or replace function api.statute_top_texts(body_id bigint, name text) returns table (name text, text text)
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  with recursive newest as (
    select distinct on (s.name) s.id, s.name::text, s.based_on::text from council.statute s
    where s.body_id = statute_top_texts.body_id and s.state <> 'replaced' order by s.name, s.edition desc),
  tops as (
    select n.id, n.name, array[statute_top_texts.name, n.name] as seen from newest n where n.based_on = statute_top_texts.name
    union all
    select n.id, n.name, t.seen || n.name from tops t join newest n on n.based_on = t.name where n.name <> all (t.seen))
  select t.name, api.statute_text(t.id) from tops t order by cardinality(t.seen), t.name
$$;
comment on function api.statute_top_texts(bigint, text) is 'The statutes that stand on one of this name, as texts.';

-- The form of a rule has two of its amounts as fields; what the parser would find wrong with them is said there.
create or replace function api.check_rule_amount(rule_id bigint, amount numeric, rate_name text) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_variable
declare
  r council.fee_rule;
  known boolean;
begin
  select t.* into r from council.fee_rule t where t.id = check_rule_amount.rule_id;
  if amount is not null and rate_name is not null then
    perform council.refuse_claim('amount', council.say('ein Betrag oder ein Satz, nicht beides'));
  elsif num_nonnulls(amount, rate_name) = 0 and num_nonnulls(r.amount, r.rate_name) = 1 then
    perform council.refuse_claim('amount', council.say('ein Betrag oder ein Satz'));
  end if;
  with recursive chain as (
    select s.id, s.body_id, s.based_on, 1 as depth from council.statute s where s.id = r.statute_id
    union all
    select n.id, n.body_id, n.based_on, c.depth + 1 from chain c cross join lateral council.newest_statute(c.body_id, c.based_on) n
    where n.id is not null and c.depth < 20)
  select count(*) > 0 into known from chain c join council.fee_rate f on f.statute_id = c.id where f.name = check_rule_amount.rate_name;
  if rate_name is not null and not known then
    perform council.refuse_claim('rate_name', council.say('diesen Satz gibt es nicht'));
  end if;
  return true;
end
$$;
comment on function api.check_rule_amount(bigint, numeric, text) is 'RT016 at its field: an amount of a rule that no statute could say.';

-- A name that is free: with the year, and a later one as long as it is taken.
create or replace function council.free_statute_year(body_id bigint, stem text, from_year integer) returns integer
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select y from generate_series(free_statute_year.from_year, free_statute_year.from_year + 1000) y
  where not exists (select from council.statute s where s.body_id = free_statute_year.body_id and s.name = free_statute_year.stem || '_' || y)
  order by y limit 1
$$;
comment on function council.free_statute_year(bigint, text, integer) is 'The first year from this one on that no statute of that stem has in its name.';

create or replace function api.new_statute_text(body_id bigint) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select format(E'statute satzung_%1$s\ntitle %2$s\nsource ""\nvalid from 01.01.%1$s\n\n'
    'rate fee "Sitzungsgeld" paragraph "§ " 0,00\n\n'
    'rule fee "Sitzungsgeld"\n  paragraph "§ "\n  who member of council committee\n  pay meeting\n  meetings council committee\n  amount rate fee\n',
    council.free_statute_year(b.id, 'satzung', coalesce((select extract(year from max(lower(s.valid)))::integer + 1
      from council.statute s where s.body_id = b.id), extract(year from current_date)::integer)),
    council.statute_quote('Entschädigungssatzung, ' || b.name))
  from council.body b where b.id = new_statute_text.body_id
$$;
comment on function api.new_statute_text(bigint) is 'What a new statute begins with: what is required, one rate and one rule.';

-- Name and period are others, and amounts of earlier years stay behind where a later one is there. The last of its name goes along
-- even so: the parser then says that its time is over, and the new amount is written over it.
create or replace function api.copied_statute_text(statute_id bigint) returns text
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  with given as (
    select s.id, n.stem, y.year, coalesce(upper(s.valid), make_date(y.year, 1, 1)) as first_day
    from council.statute s
    cross join lateral (select left(regexp_replace(s.name, '_\d{4}$', ''), 58) as stem) n
    cross join lateral (
      select council.free_statute_year(s.body_id, n.stem, extract(year from coalesce(upper(s.valid), lower(s.valid) + interval '1 year'))::integer) as year) y
    where s.id = copied_statute_text.statute_id),
  lines as (
    select g.*, l.line, l.number, max(l.number) filter (where l.line like 'rate %') over (order by l.number) as rate,
      substring(l.line from '^rate (\S+)') as name, to_date(substring(l.line from '^rate .* paragraph "(?:[^"\\]|\\.)*"(?: from \S+)? until (\S+)'), 'DD.MM.YYYY') < g.first_day as over
    from given g cross join lateral regexp_split_to_table(api.statute_text(g.id), E'\n') with ordinality l (line, number))
  select string_agg(case
      when l.line like 'statute %' then format('statute %s_%s', l.stem, l.year)
      when l.line like 'valid %' then 'valid from ' || to_char(l.first_day, 'DD.MM.YYYY')
      else l.line end, E'\n' order by l.number)
  from lines l
  where not exists (
    select from lines r where r.number = l.rate and (l.number = r.number or l.line like '  band %') and r.over
      and exists (select from lines later where later.name = r.name and later.number > r.number))
$$;
comment on function api.copied_statute_text(bigint) is 'The text of a statute under the next free name, for the time after it.';
