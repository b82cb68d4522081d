-- query: remove_meeting_organization
-- kind: one
-- param: meeting_id bigint
-- param: organization_id bigint
-- row: organization_id bigint
delete from council.meeting_organization o
where o.meeting_id = $1::bigint and o.organization_id = $2::bigint
returning o.organization_id
