-- Twelve meetings, past and coming. Number 1 is the meeting of the demonstration.

insert into council.meeting (id, body_id, organization_id, number, name, state, starts_at, location_id)
select v.id, 1, v.organization_id, v.number, v.number || '. Sitzung ' || v.of_whom, v.state,
  v.starts_at::timestamp at time zone 'Europe/Berlin', v.location_id
from (values
  (1, 1, '41', 'des Rates', 'planned', '2026-10-14 18:00', 1),
  (2, 1, '38', 'des Rates', 'planned', '2026-05-20 18:00', 1),
  (3, 1, '39', 'des Rates', 'planned', '2026-07-01 18:00', 1),
  (4, 1, '40', 'des Rates', 'planned', '2026-09-09 18:00', 1),
  (5, 2, '31', 'des Haupt- und Finanzausschusses', 'planned', '2026-10-08 17:00', 2),
  (6, 3, '27', 'des Bau- und Planungsausschusses', 'planned', '2026-10-06 17:30', 2),
  (7, 4, '19', 'des Schul- und Sportausschusses', 'planned', '2026-09-29 17:00', 2),
  (8, 7, '22', 'der Bezirksvertretung Mitte', 'planned', '2026-10-20 18:00', 3),
  (9, 5, '17', 'des Ausschusses für Soziales und Gesundheit', 'planned', '2026-11-03 17:00', 2),
  (10, 6, '21', 'des Ausschusses für Klima, Umwelt und Mobilität', 'planned', '2026-11-10 17:00', 2),
  (11, 3, '28', 'des Bau- und Planungsausschusses, gemeinsam mit dem Ausschuss für Klima, Umwelt und Mobilität',
    'planned', '2026-11-24 17:00', 1),
  (12, 1, '42', 'des Rates', 'planned', '2026-12-09 17:00', 1)
) v (id, organization_id, number, of_whom, state, starts_at, location_id);
alter table council.meeting alter column id restart with 100;
insert into council.meeting_organization (meeting_id, organization_id)
select m.id, m.organization_id from council.meeting m union all values (11::bigint, 6::bigint);
insert into council.meeting_day (meeting_id, day, starts_at) values
  (12, '2026-12-09', '17:00'), (12, '2026-12-10', '17:00');
