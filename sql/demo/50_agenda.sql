-- The agenda of the demonstration meeting, and shorter ones for the others.

create temporary table demo_item (meeting_id bigint, position integer, number text, public boolean,
  standard boolean, reference text, title text, rule text, proposed_text text, previous text) on commit drop;
insert into demo_item values
(1, 1, '1', true, true, '', 'Eröffnung, Feststellung der ordnungsgemäßen Einladung und der Beschlussfähigkeit', 'simple', '', ''),
(1, 2, '2', true, true, '', 'Einwendungen gegen die Niederschrift der 40. Sitzung vom 09.09.2026', 'simple',
 'Der Rat genehmigt die Niederschrift der 40. Sitzung vom 09.09.2026.', ''),
(1, 3, '3', true, true, '', 'Einwohnerfragestunde', 'simple', '', ''),
(1, 4, '4', true, false, '26-0298', 'Umbesetzung in Ausschüssen auf Vorschlag der Fraktion Bürgerliste Musterstadt', 'simple',
 'Der Rat bestellt Frau Marlies Unverzagt anstelle von Herrn Hermann Deppe zum sachkundigen Mitglied des Ausschusses für Soziales und Gesundheit.', ''),
(1, 5, '5', true, false, '26-0301', '3. Änderung der Satzung über die Erhebung von Gebühren für die Abfallentsorgung', 'simple',
 E'1. Der Rat beschließt die Gebührenbedarfsberechnung 2027 in der Fassung der Anlage 1.\n2. Der Rat beschließt die 3. Änderungssatzung in der Fassung der Anlage 2.',
 'HFA 08.10.2026 einstimmig empfohlen'),
(1, 6, '6', true, false, '26-0303', 'Jahresabschluss 2025: Feststellung und Entlastung der Bürgermeisterin', 'simple',
 E'1. Der Rat stellt den geprüften Jahresabschluss 2025 mit einer Bilanzsumme von 412.806.331,17 EUR fest.\n2. Der Jahresüberschuss von 1.204.518,90 EUR wird der Ausgleichsrücklage zugeführt.\n3. Die Ratsmitglieder entlasten die Bürgermeisterin.',
 'HFA 08.10.2026 empfohlen (13:1:1)'),
(1, 7, '7', true, false, '26-0305', 'Über- und außerplanmäßige Aufwendungen im dritten Quartal 2026', 'simple',
 'Der Rat stimmt den über- und außerplanmäßigen Aufwendungen nach der Anlage zu.', 'HFA 08.10.2026 einstimmig empfohlen'),
(1, 8, '8', true, false, '26-0306', 'Bericht der Feuerwehr zum Brandschutzbedarfsplan 2026 bis 2031', 'simple',
 'Der Rat nimmt den Bericht zur Kenntnis.', ''),
(1, 9, '9', true, false, '26-0312', 'Ausbau der Schulstraße, Bauabschnitt II', 'simple',
 E'1. Der Rat beschließt den Ausbau der Schulstraße zwischen Marktplatz und Lindenallee nach der Variante B.\n2. Die Verwaltung wird beauftragt, auf diesem Abschnitt Tempo 50 anzuordnen.\n3. Die Mittel von 1.850.000 EUR werden im Haushalt 2027 bereitgestellt.',
 E'BauA 06.10.2026 empfohlen (11:2:0)\nHFA 08.10.2026 einstimmig empfohlen'),
(1, 10, '10', true, false, '26-0313', 'Bebauungsplan Nr. 44 "Am Mühlenbach": Abwägung der Stellungnahmen', 'simple',
 'Der Rat beschließt über die eingegangenen Stellungnahmen nach der Abwägungstabelle.', 'BauA 06.10.2026 einstimmig empfohlen'),
(1, 11, '11', true, false, '26-0314', 'Bebauungsplan Nr. 44 "Am Mühlenbach": Satzungsbeschluss', 'simple',
 'Der Rat beschließt den Bebauungsplan Nr. 44 "Am Mühlenbach" nach § 10 Abs. 1 BauGB als Satzung.', 'BauA 06.10.2026 empfohlen (10:3:2)'),
(1, 12, '12', true, false, '26-0316', 'Neufassung der Hauptsatzung', 'members',
 'Der Rat beschließt die Hauptsatzung der Stadt Musterstadt in der Fassung der Anlage.', 'HFA 08.10.2026 empfohlen (12:2:1)'),
(1, 13, '13', true, false, '26-0317', 'Erweiterung der Grundschule Nord um einen Offenen Ganztag', 'simple',
 E'1. Der Rat beschließt die Erweiterung der Grundschule Nord um sechs Räume für den Offenen Ganztag.\n2. Die Verwaltung wird beauftragt, den Förderantrag bis zum 30.11.2026 zu stellen.',
 'SchulA 29.09.2026 einstimmig empfohlen'),
(1, 14, '14', true, false, '26-0319', 'Elternbeiträge in der Kindertagesbetreuung: Änderung der Satzung', 'simple',
 'Der Rat beschließt die 5. Änderungssatzung zur Elternbeitragssatzung in der Fassung der Anlage.', 'HFA 08.10.2026 empfohlen (9:6:0)'),
(1, 15, '15', true, false, '26-0320', 'Klimaanpassungskonzept: Beschluss und erste Maßnahmen', 'simple',
 E'1. Der Rat beschließt das Klimaanpassungskonzept.\n2. Mit der Entsiegelung des Kirmesplatzes wird 2027 begonnen.\n3. Über weitere Maßnahmen entscheidet der Ausschuss für Klima, Umwelt und Mobilität.', ''),
(1, 16, '16', true, false, '26-0322', 'Beitritt zur interkommunalen Zusammenarbeit "Digitale Akte"', 'simple',
 'Der Rat stimmt der öffentlich-rechtlichen Vereinbarung zu und beauftragt die Bürgermeisterin mit ihrer Unterzeichnung.', 'HFA 08.10.2026 einstimmig empfohlen'),
(1, 17, '17', true, false, '26-0323', 'Verkaufsoffene Sonntage 2027: Ordnungsbehördliche Verordnung', 'simple',
 'Der Rat beschließt die ordnungsbehördliche Verordnung über das Offenhalten von Verkaufsstellen im Jahr 2027.', ''),
(1, 18, '18', true, false, '26-0324', 'Wahl einer stellvertretenden Schiedsperson für den Bezirk II', 'simple',
 'Der Rat wählt eine stellvertretende Schiedsperson für den Schiedsamtsbezirk II.', ''),
(1, 19, '19', true, false, '26-0326', 'Antrag der SPD-Fraktion: Sicherer Schulweg an der Lindenallee', 'simple',
 'Die Verwaltung wird beauftragt, an der Lindenallee einen Fußgängerüberweg zu planen.', ''),
(1, 20, '20', true, false, '26-0327', 'Antrag der FDP-Fraktion: Beschleunigung von Baugenehmigungen', 'simple',
 'Die Verwaltung wird beauftragt, die mittlere Dauer von Genehmigungsverfahren je Quartal zu veröffentlichen.', ''),
(1, 21, '21', true, false, '26-0329', 'Sachstand zur Sanierung des Hallenbades', 'simple',
 'Der Rat nimmt den Sachstandsbericht zur Kenntnis.', ''),
(1, 22, '22', true, true, '', 'Mitteilungen und Anfragen', 'simple', '', ''),
(1, 23, '1', false, false, '26-0331', 'Ankauf des Grundstücks Gemarkung Musterstadt, Flur 12, Flurstück 408', 'simple',
 'Der Rat stimmt dem Ankauf des Flurstücks 408 zum Preis von 385.000 EUR zu.', 'HFA 08.10.2026 einstimmig empfohlen'),
(1, 24, '2', false, false, '26-0332', 'Personalangelegenheit: Bestellung der Leitung des Tiefbauamtes', 'simple',
 'Der Rat stimmt der Bestellung zum 01.01.2027 zu.', ''),
(1, 25, '3', false, true, '', 'Mitteilungen und Anfragen', 'simple', '', '');

-- The other meetings: standard items around a few of their own.
insert into demo_item (meeting_id, position, number, public, standard, reference, title, rule, proposed_text, previous)
select m.id, t.n, t.n::text, true, t.standard,
  case when t.standard then '' else format('26-%s', lpad((m.id * 12 + t.n)::text, 4, '0')) end,
  t.title, 'simple', case when t.standard then '' else 'Dem Vorschlag der Verwaltung wird zugestimmt: ' || t.title || '.' end, ''
from council.meeting m
cross join (values
  (1, true, 'Eröffnung, Feststellung der ordnungsgemäßen Einladung und der Beschlussfähigkeit'),
  (2, true, 'Einwendungen gegen die Niederschrift der vorigen Sitzung'),
  (3, false, 'Radweg an der Uferstraße: Ausführungsplanung'),
  (4, false, 'Beschaffung eines Löschfahrzeugs'),
  (5, false, 'Förderung der freien Kulturträger'),
  (6, false, 'Prüfauftrag: Trinkwasserbrunnen in der Innenstadt'),
  (7, true, 'Mitteilungen und Anfragen')) t (n, standard, title)
where m.id > 1;
insert into demo_item (meeting_id, position, number, public, standard, reference, title, rule, proposed_text, previous)
select m.id, 8, '1', false, false, format('26-%s', lpad((m.id * 12 + 8)::text, 4, '0')),
  'Vergabe: Erneuerung der Heizungsanlage im Bauhof', 'simple', 'Der Auftrag wird an den günstigsten Bieter vergeben.', ''
from council.meeting m where m.id > 1;

insert into council.agenda_item (id, meeting_id, number, position, title, public, standard, reference, paper_title,
  proposed_text, rule, previous)
select format('00000000-0000-4000-8000-%s', lpad((d.meeting_id * 1000 + d.position)::text, 12, '0'))::uuid,
  d.meeting_id, d.number, d.position, d.title, d.public, d.standard, d.reference,
  case when d.reference <> '' then d.title else '' end, d.proposed_text, d.rule, d.previous
from demo_item d
order by d.meeting_id, d.position;
