-- query: session_identity
-- kind: one
-- row: database text
select c.system_identifier::text || '-' || d.oid::text as database
from pg_control_system() c, pg_database d
where d.datname = current_database()
