-- The municipality, its organizations, offices and rooms.

insert into council.rule_set (id, code, name, state, parent_id) values
  (3, 'MUSTERSTADT', 'Geschäftsordnung des Rates der Stadt Musterstadt', 'NW', 1);
insert into council.rule (rule_set_id, key, value, valid, source, note) values
  (3, 'rollcall_threshold', '1/5', '[2020-11-01,)', 'Geschäftsordnung § 17 Abs. 3', ''),
  (3, 'notice_period_days', '10', '[2020-11-01,)', 'Geschäftsordnung § 1 Abs. 2', 'Zehn volle Tage.'),
  (3, 'notice_period_count', 'full-days', '[2020-11-01,)', 'Geschäftsordnung § 1 Abs. 2', ''),
  (3, 'unanimous_wording', 'strict', '[2020-11-01,2025-11-01)', 'Geschäftsordnung § 24 Abs. 1', 'Fassung der 11. Wahlperiode.'),
  (3, 'unanimous_wording', 'loose', '[2025-11-01,)', 'Geschäftsordnung § 24 Abs. 1', 'Einstimmig bei Enthaltungen.');

insert into council.body (id, name, short_name, rule_set_id) values (1, 'Stadt Musterstadt', 'Musterstadt', 3);
insert into council.legislative_term (id, body_id, name, valid) values
  (1, 1, '11. Wahlperiode', '[2020-11-01,2025-11-01)'),
  (2, 1, '12. Wahlperiode', '[2025-11-01,2030-11-01)');
alter table council.body alter column id restart with 100;
alter table council.legislative_term alter column id restart with 100;

insert into council.organization (id, body_id, parent_id, name, short_name, classification, legal_membership,
  kind_of_minutes, vote_by_group, sort_order, head_of_minutes, closing_of_minutes) values
  (1, 1, null, 'Rat der Stadt Musterstadt', 'RAT', 'council', 34, 'course', false, 10,
    'Niederschrift über die Sitzung des Rates der Stadt Musterstadt',
    'Die Bürgermeisterin schließt die Sitzung und dankt den Anwesenden.'),
  (2, 1, 1, 'Haupt- und Finanzausschuss', 'HFA', 'committee', 15, 'results', false, 20, '', 'Die Sitzung wird geschlossen.'),
  (3, 1, 1, 'Bau- und Planungsausschuss', 'BauA', 'committee', 15, 'results', true, 30, '', 'Die Sitzung wird geschlossen.'),
  (4, 1, 1, 'Schul- und Sportausschuss', 'SchulA', 'committee', 15, 'results', false, 40, '', 'Die Sitzung wird geschlossen.'),
  (5, 1, 1, 'Ausschuss für Soziales und Gesundheit', 'SozA', 'committee', 15, 'results', false, 50, '', 'Die Sitzung wird geschlossen.'),
  (6, 1, 1, 'Ausschuss für Klima, Umwelt und Mobilität', 'UmwA', 'committee', 15, 'course', false, 60, '', 'Die Sitzung wird geschlossen.'),
  (7, 1, null, 'Bezirksvertretung Mitte', 'BV Mitte', 'borough', 7, 'results', false, 70, '', 'Die Sitzung wird geschlossen.'),
  (8, 1, null, 'Bezirksvertretung Nord', 'BV Nord', 'borough', 7, 'results', false, 80, '', 'Die Sitzung wird geschlossen.'),
  (9, 1, null, 'Seniorenbeirat', 'SenB', 'other', 0, 'results', false, 90, '', '');

insert into council.organization (id, body_id, parent_id, name, short_name, classification, sort_order) values
  (11, 1, 1, 'CDU-Fraktion', 'CDU', 'group', 1),
  (12, 1, 1, 'SPD-Fraktion', 'SPD', 'group', 2),
  (13, 1, 1, 'Fraktion BÜNDNIS 90/DIE GRÜNEN', 'GRÜNE', 'group', 3),
  (14, 1, 1, 'FDP-Fraktion', 'FDP', 'group', 4),
  (15, 1, 1, 'Fraktion Bürgerliste Musterstadt', 'BL', 'group', 5),
  (21, 1, null, 'Hauptamt', 'Amt 10', 'office', 110),
  (22, 1, null, 'Kämmerei', 'Amt 20', 'office', 120),
  (23, 1, null, 'Ordnungsamt', 'Amt 32', 'office', 132),
  (24, 1, null, 'Feuerwehr', 'Amt 37', 'office', 137),
  (25, 1, null, 'Schulverwaltungsamt', 'Amt 40', 'office', 140),
  (26, 1, null, 'Sozialamt', 'Amt 50', 'office', 150),
  (27, 1, null, 'Jugendamt', 'Amt 51', 'office', 151),
  (28, 1, null, 'Stadtplanungsamt', 'Amt 61', 'office', 161),
  (29, 1, null, 'Tiefbauamt', 'Amt 66', 'office', 166),
  (30, 1, null, 'Umweltamt', 'Amt 36', 'office', 136);
alter table council.organization alter column id restart with 1000;

insert into council.standard_item (organization_id, place, sort_order, title, public)
select o.id, s.place, s.sort_order, s.title, s.public
from council.organization o
cross join (values
  ('begin', 1, 'Eröffnung, Feststellung der ordnungsgemäßen Einladung und der Beschlussfähigkeit', true),
  ('begin', 2, 'Einwendungen gegen die Niederschrift der vorigen Sitzung', true),
  ('end', 1, 'Mitteilungen und Anfragen', true),
  ('end', 1, 'Mitteilungen und Anfragen', false)) s (place, sort_order, title, public)
where o.classification in ('council', 'committee', 'borough');

insert into council.location (id, body_id, name, room, street_address, postal_code, locality) values
  (1, 1, 'Rathaus', 'Ratssaal', 'Marktplatz 1', '00000', 'Musterstadt'),
  (2, 1, 'Rathaus', 'Sitzungssaal 2', 'Marktplatz 1', '00000', 'Musterstadt'),
  (3, 1, 'Bürgerhaus Nord', 'Großer Saal', 'Am Bürgergarten 7', '00000', 'Musterstadt');
alter table council.location alter column id restart with 100;

insert into council.text_module (organization_id, abbreviation, text) values
  (null, 'ber', 'Die Verwaltung berichtet über den Sachstand. Fragen aus der Mitte des Gremiums werden beantwortet.'),
  (null, 'ver', 'Die Verwaltung wird beauftragt, dem Gremium in der nächsten Sitzung zu berichten.'),
  (null, 'ken', 'Der Rat nimmt die Mitteilung der Verwaltung zur Kenntnis.'),
  (null, 'wor', 'Es liegen keine Wortmeldungen vor.'),
  (null, 'deb', 'Nach kurzer Aussprache lässt der Vorsitz abstimmen.'),
  (null, 'gos', 'Es wird ein Antrag zur Geschäftsordnung auf Schluss der Aussprache gestellt.'),
  (null, 'nie', 'Einwendungen gegen die Niederschrift werden nicht erhoben.'),
  (1, 'ein', 'Die Bürgermeisterin eröffnet die Sitzung und stellt fest, dass ordnungsgemäß eingeladen wurde und der Rat beschlussfähig ist.');
