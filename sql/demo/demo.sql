-- The demonstration municipality Musterstadt: everything in it is invented. For an empty database only.
begin;
\ir 00_refuse.sql
\ir 10_organizations.sql
\ir 20_people.sql
\ir 30_memberships.sql
\ir 40_meetings.sql
\ir 50_agenda.sql
\ir 60_accounts.sql
\ir 61_caller.sql
\ir 70_past.sql
\ir 80_fees.sql
commit;
