-- A generated municipality: N times a city of Duisburg's size, ten years back from 14 October 2026. Everything in it is
-- invented, and follows from N alone. N comes as the setting ratstisch.scale.
--
-- It is laid in one go into an empty database, by the superuser. The triggers of the tables do not run meanwhile: what they
-- would write is written here (copies of organizations), and the journal of changes does not speak of rows that no
-- person has made. Constraints hold as ever; foreign keys are checked as a whole at the end (60_finish.sql).

reset role;
set local client_min_messages = warning;
set local work_mem = '64MB';
set local maintenance_work_mem = '256MB';
set local search_path = council, pg_catalog;

-- Sizes of the city (from its published figures) times the scale; organizations by their place in a cycle of 158.
create temporary table size on commit drop as
select s.scale, greatest(round(158 * s.scale), 12)::integer as organizations, greatest(round(598 * s.scale), 40)::integer as persons,
  greatest(round(225 * s.scale), 5)::integer as accounts, greatest(round(1600 * s.scale), 20)::integer as meetings_a_year,
  greatest(round(2600 * s.scale), 20)::integer as papers_a_year, date '2026-10-14' as today, 10 as years
from (select current_setting('ratstisch.scale')::numeric as scale) s;

create temporary table word (kind text, words text[]) on commit drop;
insert into word values
  ('family', array['Ahlers', 'Albrecht', 'Althaus', 'Arndt', 'Bachmann', 'Bartels', 'Behrens', 'Bergmann', 'Böhme', 'Borchert',
    'Brinkmann', 'Brockhaus', 'Buchholz', 'Bühler', 'Carstens', 'Claßen', 'Dahlmann', 'Demir', 'Diekmann', 'Dörfler', 'Ebeling',
    'Eckert', 'Eichler', 'Engelhardt', 'Erdmann', 'Fassbender', 'Feldkamp', 'Fink', 'Förster', 'Friedrichs', 'Gärtner', 'Gerlach',
    'Göbel', 'Graf', 'Großmann', 'Günther', 'Hagedorn', 'Hahn', 'Hartwig', 'Heidemann', 'Hinrichs', 'Hoffmeister', 'Hübner',
    'Isenberg', 'Jahnke', 'Jansen', 'Jürgens', 'Kaiser', 'Kampmann', 'Kellermann', 'Kirchhof', 'Köster', 'Kowalski', 'Krause',
    'Kühn', 'Lehnert', 'Lindner', 'Löffler', 'Lübbers', 'Maurer', 'Meinhardt', 'Menzel', 'Naumann', 'Neuhaus', 'Niemann',
    'Oster', 'Özdemir', 'Pfeiffer', 'Pieper', 'Prüfer', 'Reimann', 'Rohde', 'Röttger', 'Sander', 'Schäfer', 'Schönfeld', 'Seidel',
    'Stark', 'Steinbach', 'Stüber', 'Tiedemann', 'Uhlig', 'Vogel', 'Voß', 'Wagener', 'Weidner', 'Wessel', 'Wieland', 'Winkler',
    'Wolters', 'Yilmaz', 'Zander', 'Ziegler', 'Zöllner']),
  ('female', array['Andrea', 'Anja', 'Barbara', 'Birgit', 'Carola', 'Doris', 'Elke', 'Eva', 'Fatma', 'Gabriele', 'Heike', 'Ilse',
    'Jana', 'Judith', 'Karin', 'Katja', 'Lena', 'Maike', 'Marion', 'Nicole', 'Petra', 'Ramona', 'Regina', 'Silke', 'Simone',
    'Susanne', 'Tanja', 'Ursula', 'Vera']),
  ('male', array['Achim', 'Axel', 'Bernhard', 'Burak', 'Carsten', 'Christoph', 'Detlef', 'Dirk', 'Erik', 'Frank', 'Georg', 'Gerd',
    'Holger', 'Ingo', 'Jan', 'Jens', 'Kai', 'Klaus', 'Marco', 'Markus', 'Norbert', 'Oliver', 'Peter', 'Ralf', 'Stefan', 'Sven',
    'Thomas', 'Uwe', 'Volker', 'Werner', 'Wilfried']),
  ('street', array['Ahornweg', 'Bahnhofstraße', 'Birkenallee', 'Brückenstraße', 'Deichstraße', 'Eichenweg', 'Fabrikstraße',
    'Gartenstraße', 'Hafenstraße', 'Heideweg', 'Industriestraße', 'Kirchplatz', 'Königsallee', 'Lindenstraße', 'Marktstraße',
    'Mühlenweg', 'Nordring', 'Parkstraße', 'Poststraße', 'Ringstraße', 'Rosenweg', 'Schillerplatz', 'Schulstraße', 'Südring',
    'Talstraße', 'Uferweg', 'Wallstraße', 'Wiesenweg', 'Zechenstraße']),
  ('subject', array['Ausbau', 'Umgestaltung', 'Grunderneuerung', 'Verkehrsberuhigung', 'Beleuchtung', 'Entwässerung',
    'Spielplatz', 'Bebauungsplan', 'Ausschreibung der Bauleistungen', 'Radwegführung', 'Parkraumbewirtschaftung', 'Baumpflanzungen',
    'Barrierefreie Haltestelle', 'Sanierung der Schulgebäude', 'Erweiterung der Kindertagesstätte', 'Lärmaktionsplan',
    'Verkauf eines Grundstücks', 'Denkmalpflege', 'Aufstellung von Trinkbrunnen', 'Sachstandsbericht']),
  ('part', array['erster Abschnitt', 'zweiter Abschnitt', 'Planungsbeschluss', 'Kostenfortschreibung', 'Bürgerbeteiligung',
    'Vergabe', 'Antrag der Fraktion', 'Prüfauftrag', 'Anfrage', 'Abschluss der Maßnahme', 'Bereitstellung der Mittel']),
  ('office', array['Hauptamt', 'Kämmerei', 'Rechtsamt', 'Ordnungsamt', 'Feuerwehr', 'Schulamt', 'Sozialamt', 'Jugendamt',
    'Gesundheitsamt', 'Bauordnung', 'Stadtplanung', 'Tiefbauamt', 'Hochbauamt', 'Umweltamt', 'Kulturamt', 'Sportamt',
    'Bürgerdienste', 'Liegenschaften', 'Personalamt', 'Statistik']);
create function pg_temp.pick(wanted text, n bigint) returns text
  language sql stable
  return (select w.words[1 + n % cardinality(w.words)] from word w where w.kind = wanted);
