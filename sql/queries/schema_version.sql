-- query: schema_version
-- kind: one
-- row: version integer
select max(v.version) as version from council.schema_version v
