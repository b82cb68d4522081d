-- A generated municipality: N times a city of Duisburg's size (scale/10_words.sql). For an empty database only.
begin;
select set_config('ratstisch.scale', :'scale', false);
\ir 00_refuse.sql
\ir scale/10_words.sql
\ir scale/20_people.sql
\ir scale/30_accounts.sql
\ir 61_caller.sql
\ir scale/40_agendas.sql
\ir scale/50_ledgers.sql
\ir scale/60_finish.sql
commit;
