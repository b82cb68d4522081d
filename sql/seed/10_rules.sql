-- Rule sets of the federal states. Each rule names its source; what the law leaves to the municipality is
-- a default that its own rule set may replace. Values: quorum majority | majority-councillors | any; fractions
-- of the members; methods hare | dhondt | sainte-lague; days; strict | loose ('einstimmig' only without abstentions).

insert into council.rule_set (id, code, name, state) values
  (1, 'NW', 'Gemeindeordnung für das Land Nordrhein-Westfalen', 'NW'),
  (2, 'ST', 'Kommunalverfassungsgesetz des Landes Sachsen-Anhalt', 'ST');

insert into council.rule (rule_set_id, key, value, valid, source, note) values
  (1, 'quorum', 'majority', '[1994-10-17,)', 'GO NRW § 49 Abs. 1',
    'Mehr als die Hälfte der gesetzlichen Mitgliederzahl; vermutet, bis sie angezweifelt wird.'),
  (1, 'quorum.committee', 'majority-councillors', '[1994-10-17,)', 'GO NRW § 58 Abs. 3',
    'Dazu mehr anwesende Ratsmitglieder als sachkundige Bürger.'),
  (1, 'majority', 'simple', '[1994-10-17,)', 'GO NRW § 50 Abs. 1', 'Bei Stimmengleichheit abgelehnt; Enthaltungen zählen nicht.'),
  (1, 'secret_threshold', '1/5', '[1994-10-17,)', 'GO NRW § 50 Abs. 1', 'Auf Antrag eines Fünftels der Mitglieder.'),
  (1, 'rollcall_threshold', '1/5', '[1994-10-17,)', 'GO NRW § 50 Abs. 1; Geschäftsordnung', 'Die Zahl bestimmt die Geschäftsordnung.'),
  (1, 'election_majority', '>1/2:valid', '[1994-10-17,)', 'GO NRW § 50 Abs. 2', 'Ungültige Stimmen und Enthaltungen zählen nicht.'),
  (1, 'committee_seats_method', 'hare', '[1994-10-17,)', 'GO NRW § 50 Abs. 3', 'Verhältniswahl nach Hare/Niemeyer.'),
  (1, 'committee_chairs_method', 'dhondt', '[1994-10-17,)', 'GO NRW § 58 Abs. 5', ''),
  (1, 'deputy_mayors_method', 'dhondt', '[1994-10-17,)', 'GO NRW § 67 Abs. 2', ''),
  (1, 'agenda_request_threshold', '1/5', '[1994-10-17,)', 'GO NRW § 48 Abs. 1', 'Oder eine Fraktion.'),
  (1, 'notice_period_days', '7', '[1994-10-17,)', 'Geschäftsordnung', 'Die Frist bestimmt die Geschäftsordnung.'),
  (1, 'notice_period_count', 'received-by', '[1994-10-17,)', 'Geschäftsordnung', 'Zugang am 7. Tag vor der Sitzung.'),
  (1, 'minutes_deadline_days', '30', '[1994-10-17,)', 'Geschäftsordnung', 'GO NRW § 52 nennt keine Frist.'),
  (1, 'unanimous_wording', 'loose', '[1994-10-17,)', 'Geschäftsordnung', 'Einstimmig auch bei Enthaltungen.'),
  (1, 'group_style', 'majority-minority', '[1994-10-17,)', 'Übung großer Städte', 'dafür: die Mehrheit (...), dagegen: die Minderheit (...)'),
  (2, 'quorum', 'majority', '[2014-07-01,)', 'KVG LSA § 55 Abs. 1', 'Ladung ordnungsgemäß und mehr als die Hälfte anwesend.'),
  (2, 'majority', 'simple', '[2014-07-01,)', 'KVG LSA § 56 Abs. 2', 'Mehrheit der auf Ja oder Nein lautenden Stimmen.'),
  (2, 'secret_threshold', '1/1', '[2014-07-01,)', 'KVG LSA § 56 Abs. 2; Geschäftsordnung', 'Abstimmungen sind offen; Ausnahmen regelt die Geschäftsordnung.'),
  (2, 'rollcall_threshold', '1/5', '[2014-07-01,)', 'Geschäftsordnung', 'Die Zahl bestimmt die Geschäftsordnung.'),
  (2, 'election_majority', '>1/2:present', '[2014-07-01,)', 'KVG LSA § 56 Abs. 4', 'Mehrheit der anwesenden Stimmberechtigten.'),
  (2, 'committee_seats_method', 'hare', '[2014-07-01,)', 'KVG LSA § 47 Abs. 1', ''),
  (2, 'committee_chairs_method', 'dhondt', '[2014-07-01,)', 'KVG LSA § 47 Abs. 2; Geschäftsordnung', ''),
  (2, 'meeting_request_threshold', '1/4', '[2014-07-01,)', 'KVG LSA § 53 Abs. 3', 'Ein Viertel kann die Einberufung verlangen.'),
  (2, 'circulation', 'no-objection', '[2014-07-01,)', 'KVG LSA § 54', 'Angenommen, wenn kein Mitglied widerspricht.'),
  (2, 'notice_period_days', '7', '[2014-07-01,)', 'Geschäftsordnung', 'Das Gesetz verlangt eine angemessene Frist.'),
  (2, 'notice_period_count', 'received-by', '[2014-07-01,)', 'Geschäftsordnung', ''),
  (2, 'minutes_deadline_days', '30', '[2014-07-01,)', 'KVG LSA § 58', 'Spätestens zur nächsten Sitzung.'),
  (2, 'unanimous_wording', 'strict', '[2014-07-01,)', 'Geschäftsordnung', 'Einstimmig nur ohne Enthaltungen.'),
  (2, 'group_style', 'plain', '[2014-07-01,)', 'Geschäftsordnung', '');

alter table council.rule_set alter column id restart with 100;
