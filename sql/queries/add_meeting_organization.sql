-- query: add_meeting_organization
-- kind: one
-- param: meeting_id bigint
-- param: organization_id bigint
-- row: organization_id bigint
insert into council.meeting_organization (meeting_id, organization_id)
values ($1::bigint, $2::bigint)
returning organization_id
