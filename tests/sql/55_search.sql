-- What a filter finds: several words, one after the other; one or two letters only where a word begins; and by which way.
\ir lib/setup.sql
select * from no_plan();

create function pg_temp.finds(value text, typed text) returns boolean language sql
as $$ select council.fold_text(value) operator(council.~~~) council.like_pattern(typed) $$;

select ok(pg_temp.finds('Ausbau der Lindenstraße', 'LINDE'), 'letters inside of a word, in any case');
select ok(pg_temp.finds('Ausbau der Schulstraße', 'schul ausb') is false, 'words stand in their order');
select ok(pg_temp.finds('Ausbau der Schulstraße', 'ausb straß'), 'and may stand apart');
select ok(pg_temp.finds('Ausbau', 'a'), 'one letter begins the first word');
select ok(pg_temp.finds('Neubau der Kita', 'k'), 'or a later one');
select ok(not pg_temp.finds('Neubau der Kita', 't'), 'but stands not in the middle');
select ok(pg_temp.finds('Neubau der Kita', 'ki'), 'so do two');
select ok(not pg_temp.finds('Neubau der Kita', 'it'), 'nor two');
select ok(pg_temp.finds('Neubau der Kita', 'ita'), 'three do');
select ok(pg_temp.finds('Änderung der Geschäftsordnung', 'ä d ord'), 'short and long words together');
select ok(pg_temp.finds('Übertragung', 'ü'), 'an umlaut is one letter');
select ok(pg_temp.finds('TOP 9 26-0312', '9'), 'a digit is a letter');
select ok(pg_temp.finds('Anteil von 50 % der Mittel', '%') and not pg_temp.finds('Anteil', '%'), 'a wildcard of LIKE is none here');
select ok(not pg_temp.finds('Anteil', '_n') and pg_temp.finds('_n', '_n'), 'nor is the other');
select ok(pg_temp.finds('a\b', 'a\b') and not pg_temp.finds('ab', '\'), 'nor a backslash');
select ok(pg_temp.finds('alles', '') and pg_temp.finds('alles', '  ') and pg_temp.finds('alles', null), 'nothing typed: everything');
select is(council.like_pattern('ra ha 1 haus'), '% ra% ha% 1%haus%', 'the pattern');
select is('geheim' operator(council.~~~) 'geheim\', false, 'a pattern that ends in a backslash fails nowhere');

-- The index serves both: what it finds is what a look at every row finds.
create table pg_temp.line (id integer, search text);
insert into pg_temp.line select n, council.fold_text('TOP ' || n % 90 || ' ' || case n % 7 when 0 then 'Quartier' when 1 then 'Ausbau der Straße'
  when 2 then 'Antrag' when 3 then 'Bericht zum Haushalt' else 'Kita und Schule' end) from generate_series(1, 20000) n;
insert into pg_temp.line values (20001, 'yacht'), (20002, 'xylophon und yak');
create index line_search on pg_temp.line using gin (search council.gin_folded_ops);
analyze pg_temp.line;
create function pg_temp.ids(typed text, index boolean) returns text language plpgsql
as $$
declare
  found text;
begin
  perform set_config('enable_seqscan', case when index then 'off' else 'on' end, true);
  perform set_config('enable_bitmapscan', case when index then 'on' else 'off' end, true);
  execute format('select string_agg(l.id::text, '' '' order by l.id) from line l where l.search operator(council.~~~) council.like_pattern(%L)', typed)
    into found;
  return found;
end
$$;
select is(pg_temp.ids(t, true), pg_temp.ids(t, false), format('by the index as without it: %s', t))
from unnest(array['y', 'ya', 'yak', 'q', 'k sch', 'top 9', 'zum h', 'x']) t;
select is(pg_temp.ids('y', true), '20001 20002', 'the rare ones');

create function pg_temp.way(query text) returns text language plpgsql
as $$
declare
  line text;
  plan text := '';
begin
  for line in execute 'explain ' || query loop
    plan := plan || line || E'\n';
  end loop;
  return plan;
end
$$;
set local enable_seqscan = on;
set local enable_bitmapscan = on;
select matches(pg_temp.way('select from line l where l.search operator(council.~~~) council.like_pattern(''y'')'), 'line_search',
  'a rare letter goes by the index');

select * from finish();
rollback;
