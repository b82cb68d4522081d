-- The eight sittings of load.sql as the ledger would have them from their votes alone (variables: none): each sits from 14:00 to its
-- last vote; somebody is there from the first to the last vote that has a vote of his (J, N, E), from the beginning if that is the
-- first vote of the sitting. Times are those of the recordings. Run by tests/run/98-fee-magdeburg.sh.
\set ON_ERROR_STOP 1
create table real.vote as
select t.meeting_id, t.starts_at + (v.data ->> 'videoTimestamp')::interval as at, m.id as person_id
from file f
join (select m.id as meeting_id, m.starts_at from council.meeting m) t on t.starts_at::date = f.sitting
cross join jsonb_array_elements(f.data) v (data)
cross join jsonb_array_elements(v.data -> 'votes') p (data)
join real.member m on m.scan_name = p.data ->> 'name'
where p.data ->> 'vote' in ('J', 'N', 'E');

create table real.stay as
select v.meeting_id, v.person_id, min(v.at) as since, max(v.at) as until from real.vote v group by v.meeting_id, v.person_id;
create table real.event as
with span as (select meeting_id, min(since) as first, max(until) as last from real.stay group by meeting_id)
select s.meeting_id, 1 as rank, m.starts_at as at, 'open' as kind, null::bigint as person_id,
  (select string_agg(y.person_id::text, ' ' order by y.person_id) from real.stay y where y.meeting_id = s.meeting_id and y.since = s.first) as persons
from span s join council.meeting m on m.id = s.meeting_id
union all
select y.meeting_id, 2, y.since, 'arrive', y.person_id, null from real.stay y join span s using (meeting_id) where y.since > s.first
union all
select y.meeting_id, 3, y.until, 'depart', y.person_id, null from real.stay y join span s using (meeting_id) where y.until < s.last
union all
select s.meeting_id, 4, s.last, 'close', null, null from span s;
grant usage on schema real to public;
grant select on real.event to public;
