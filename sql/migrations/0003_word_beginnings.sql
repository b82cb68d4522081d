-- Version 3: one or two letters of a filter are the beginning of a word. Never edited once released; sql/schema has the same
-- for new databases, and tests/sql/upgrade.sh compares both.

-- The operator's function belongs to the superuser (it is leakproof); the migration before may have left its role.
set local role none;

create or replace function council.matches_pattern(value text, pattern text) returns boolean
  language plpgsql immutable strict leakproof parallel safe cost 5
as $$
begin
  return pg_catalog.right(pattern, 1) operator(pg_catalog.<>) E'\\'
    and pg_catalog.concat(' ', value) operator(pg_catalog.~~) pattern;
end
$$;
comment on function council.matches_pattern(text, text) is
  'LIKE that cannot fail, a blank before the value; a pattern that ends in a backslash matches nothing.';

set local role ratstisch_owner;

create or replace function council.like_pattern(typed text) returns text
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

insert into council.schema_version (version, name) values (3, 'word_beginnings');
