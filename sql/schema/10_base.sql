-- Schemas, extensions, collations, domains and the small functions everything else stands on.

create schema council authorization ratstisch_owner;
create schema api authorization ratstisch_owner;
comment on schema council is 'Tables of the council service; behind row-level security.';
comment on schema api is 'Views and functions for every client.';

create extension if not exists btree_gist schema council;
create extension if not exists pg_trgm schema council;
create extension if not exists unaccent schema council;

-- Searching under row-level security. The planner lets a condition into an index, ahead of a policy, only if its
-- function is leakproof; LIKE is not, because a pattern that ends in a backslash fails on some rows only. This
-- operator is LIKE without that case, and its own operator class lets a trigram index serve it. Both need a
-- superuser.
create function council.matches_pattern(value text, pattern text) returns boolean
  language plpgsql immutable strict leakproof parallel safe cost 5
as $$
begin
  return pg_catalog.right(pattern, 1) operator(pg_catalog.<>) E'\\'
    and pg_catalog.concat(' ', value) operator(pg_catalog.~~) pattern;
end
$$;
comment on function council.matches_pattern(text, text) is
  'LIKE that cannot fail, a blank before the value; a pattern that ends in a backslash matches nothing.';
create operator council.~~~ (function = council.matches_pattern, leftarg = text, rightarg = text,
  restrict = likesel, join = likejoinsel);
comment on operator council.~~~ (text, text) is 'Folded text matches a pattern of council.like_pattern.';
create operator class council.gin_folded_ops for type text using gin as
  operator 3 council.~~~ (text, text),
  function 1 btint4cmp (int4, int4),
  function 2 council.gin_extract_value_trgm (text, internal),
  function 3 council.gin_extract_query_trgm (text, internal, int2, internal, internal, internal, internal),
  function 4 council.gin_trgm_consistent (internal, int2, text, int4, internal, internal, internal, internal),
  function 6 council.gin_trgm_triconsistent (internal, int2, text, int4, internal, internal, internal),
  storage int4;

set local role ratstisch_owner;

revoke all on schema council, api from public;
grant usage on schema council, api to ratstisch_public;
alter default privileges for role ratstisch_owner revoke execute on functions from public;

create collation council.german (provider = icu, locale = 'de', deterministic = true);
comment on collation council.german is 'German dictionary order, for names.';
create collation council.german_number (provider = icu, locale = 'de-u-kn-true', deterministic = true);
comment on collation council.german_number is 'German order in which 2 stands before 10, for numbers.';

create domain council.line as text
  check (char_length(value) <= 500 and value !~ '[\u0001-\u001f\u007f-\u009f]');
comment on domain council.line is 'One line of at most 500 characters without control characters.';
create domain council.word as text
  check (char_length(value) <= 60 and value !~ '[\u0001-\u001f\u007f-\u009f]');
comment on domain council.word is 'A short word or number of at most 60 characters.';
create domain council.prose as text
  check (char_length(value) <= 200000 and value !~ '[\u0001-\u0008\u000b-\u001f\u007f-\u009f]');
comment on domain council.prose is 'Running text with line breaks and tabs, at most 200,000 characters.';

-- The functions below run for every row that is written or searched: PL/pgSQL with qualified names, because
-- a SET clause or an SQL function that is not inlined costs ten times as much.

-- Folds a text for searching: lower case, without accents, ae/oe/ue like the umlauts. Immutable,
-- because the dictionary is named.
create function council.fold_text(value text) returns text
  language plpgsql immutable strict parallel safe
as $$
begin
  return pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(
    pg_catalog.lower(council.unaccent('council.unaccent'::pg_catalog.regdictionary, pg_catalog.lower(value))),
    'ae', 'a'), 'oe', 'o'), 'ue', 'u');
end
$$;
comment on function council.fold_text(text) is 'Text as it is searched: lower case, no accents, umlauts either way.';

-- Pattern for LIKE from what a person typed; several words must follow each other. NULL or empty: all. One or two letters
-- are the beginning of a word: a trigram index finds those, and everybody has an e.
create function council.like_pattern(typed text) returns text
  language plpgsql immutable parallel safe
as $$
declare
  folded text := council.fold_text(pg_catalog.btrim(typed));
begin
  if folded is null or folded operator(pg_catalog.=) '' then
    return '%';
  end if;
  folded := pg_catalog.regexp_replace(folded, '([\\%_])', '\\\1', 'g');
  folded := pg_catalog.regexp_replace(folded, '(^|\s)((?:\\.|[^\s\\]){1,2})(?=\s|$)', E'\\1\u0001\\2', 'g');
  return pg_catalog.concat('%', pg_catalog.translate(pg_catalog.regexp_replace(folded, '\s+', '%', 'g'), E'\u0001', ' '), '%');
end
$$;
comment on function council.like_pattern(text) is 'LIKE pattern for the folded text columns, with a blank before them.';

-- Folds a number for the global jump: no blanks, / and . like -, no leading zeros in any part.
create function council.fold_number(value text) returns text
  language plpgsql immutable strict parallel safe
as $$
begin
  return pg_catalog.regexp_replace(
    pg_catalog.translate(pg_catalog.lower(value), E'/. \t', '--'), '(^|[^0-9])0+(?=[0-9])', '\1', 'g');
end
$$;
comment on function council.fold_number(text) is 'Number as it is looked up: zeros, blanks and / against - forgiven.';

-- Microseconds since 1970, exact; the form in which times travel to the program.
create function council.micros(at timestamptz) returns bigint
  language plpgsql immutable strict parallel safe
as $$
begin
  return (extract(epoch from at) operator(pg_catalog.*) 1000000)::bigint;
end
$$;
comment on function council.micros(timestamptz) is 'Microseconds since 1970-01-01 UTC.';

create function council.from_micros(micros bigint) returns timestamptz
  language plpgsql immutable strict parallel safe
as $$
begin
  return ('epoch'::timestamptz operator(pg_catalog.+)
    ((micros operator(pg_catalog./) 1000000) operator(pg_catalog.*) '1 second'::interval)) operator(pg_catalog.+)
    ((micros operator(pg_catalog.%) 1000000) operator(pg_catalog.*) '1 microsecond'::interval);
end
$$;
comment on function council.from_micros(bigint) is 'The time of a number of microseconds since 1970-01-01 UTC.';

-- Who asks. Inside a function that runs with its owner's rights current_user is the owner; the
-- setting "role" still names the role taken with SET ROLE.
create function council.invoker() returns text
  language sql stable parallel restricted
  set search_path = pg_catalog, pg_temp
  return coalesce(nullif(current_setting('role'), 'none'), session_user);
comment on function council.invoker() is 'Name of the login role that asks.';

-- Every table that people edit has the columns version, changed_at and changed_by: a form saves
-- only onto the version that it has loaded.
create function council.stamp_row() returns trigger
  language plpgsql
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  new.version := case when tg_op = 'UPDATE' then old.version + 1 else 1 end;
  new.changed_at := clock_timestamp();
  new.changed_by := council.invoker();
  return new;
end
$$;

create table council.schema_version (
  version integer primary key,
  name council.line not null,
  applied_at timestamptz not null default now()
);
comment on table council.schema_version is 'Migrations that this database has seen; the last one is its version.';
insert into council.schema_version (version, name) values (1, 'baseline');
