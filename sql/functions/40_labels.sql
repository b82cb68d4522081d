-- German labels of codes, names of people, and rules of a date: one home for each.
-- Those of codes have bodies that are read when they are made, and no SET: so the planner puts them into the query (20 µs a row less).

create or replace function api.role_label(role text, gender text, council boolean) returns text
  language sql immutable parallel safe
  return case role
    when 'mayor' then case gender when 'female' then 'Bürgermeisterin' else 'Bürgermeister' end
    when 'chair' then case gender when 'female' then 'Vorsitzende' when 'male' then 'Vorsitzender' else 'Vorsitz' end
    when 'deputy_chair' then case gender when 'female' then 'stellvertretende Vorsitzende'
      when 'male' then 'stellvertretender Vorsitzender' else 'stellvertretender Vorsitz' end
    when 'member' then case when council then 'Ratsmitglied' else 'Mitglied' end
    when 'expert_citizen' then case gender when 'female' then 'sachkundige Bürgerin'
      when 'male' then 'sachkundiger Bürger' else 'sachkundige Person' end
    when 'advisory_citizen' then case gender when 'female' then 'sachkundige Einwohnerin'
      when 'male' then 'sachkundiger Einwohner' else 'sachkundige Person (beratend)' end
    when 'advisory_member' then 'beratendes Mitglied'
    when 'substitute' then 'Stellvertretung'
    when 'minute_taker' then 'Schriftführung'
    when 'administration' then 'Verwaltung'
    else role end;
comment on function api.role_label(text, text, boolean) is 'German label of a membership role.';

create or replace function api.code_label(kind text, code text) returns text
  language sql immutable parallel safe
  return case kind
    when 'classification' then case code
      when 'council' then 'Rat' when 'committee' then 'Ausschuss' when 'borough' then 'Bezirksvertretung'
      when 'group' then 'Fraktion' when 'office' then 'Amt' when 'other' then 'Sonstiges Gremium' else code end
    when 'meeting_state' then case code
      when 'planned' then 'geplant' when 'invited' then 'eingeladen' when 'running' then 'läuft'
      when 'closed' then 'beendet' when 'signed' then 'unterschrieben' else code end
    when 'account_role' then case code
      when 'reader' then 'Lesen' when 'typist' then 'Schreibdienst' when 'minute_taker' then 'Schriftführung'
      when 'fee_clerk' then 'Sitzungsgeld'
      when 'fee_cashier' then 'Sitzungsgeld mit Bankdaten' when 'migration_clerk' then 'Datenübernahme'
      when 'administrator' then 'Verwaltung des Programms' when 'public' then 'Öffentlichkeit' else code end
    when 'result' then case code
      when 'adopted' then 'angenommen' when 'rejected' then 'abgelehnt' when 'noted' then 'zur Kenntnis genommen'
      when 'deferred' then 'vertagt' when 'referred' then 'verwiesen' when 'withdrawn' then 'zurückgezogen'
      when 'settled' then 'erledigt' when 'removed' then 'abgesetzt' when 'elected' then 'gewählt'
      when 'runoff' then 'Stichwahl' when 'lot' then 'Los' when 'not_elected' then 'nicht gewählt'
      when 'allocated' then 'verteilt' else coalesce(code, '') end
    when 'task_state' then case code
      when 'open' then 'offen' when 'started' then 'begonnen' when 'done' then 'erledigt' else code end
    when 'action' then case code
      when 'insert' then 'angelegt' when 'update' then 'geändert' when 'delete' then 'gelöscht' else code end
    when 'minutes_state' then case code
      when 'open' then 'offen' when 'draft' then 'Entwurf' when 'signed' then 'unterschrieben'
      when 'corrected' then 'berichtigt' else code end
    when 'fee_run_state' then case code
      when 'dry' then 'Probe' when 'committed' then 'festgeschrieben' when 'released' then 'freigegeben' else code end
    when 'fee_gap' then case code
      when 'bank' then 'IBAN fehlt' when 'payee' then 'Zahlungsempfänger fehlt' when 'rate' then 'Satz fehlt'
      when 'size' then 'Einwohnerzahl fehlt' when 'unconfirmed' then 'Anwesenheit nicht bestätigt'
      when 'evidence' then 'Beleg fehlt' when 'confirm' then 'Bestätigung fehlt' when 'deadline' then 'Frist versäumt'
      when 'working_hours' then 'Arbeitszeit nicht erfasst' when 'times' then 'Beginn und Ende fehlen' when 'hold' then 'angehalten' when 'open_claim' then 'Antrag offen'
      when 'no_rule' then 'keine Regel passt' when 'no_statute' then 'keine Satzung in Kraft' when 'distance' then 'Entfernung fehlt'
      when 'large' then 'hoher Betrag' when 'double' then 'doppelt anwesend' when 'after_end' then 'nach Ende der Mitgliedschaft'
      when 'unusual' then 'weit vom Vormonat' when 'no_claim' then 'anwesend ohne Antrag'
      when 'condition' then 'Bedingung nicht erfüllt' when 'negative' then 'Überzahlung' else code end
    when 'fee_claim' then case code
      when 'loss_floor' then 'Verdienstausfall ohne Nachweis' when 'loss_proven' then 'Verdienstausfall nachgewiesen'
      when 'loss_plausible' then 'Verdienstausfall selbständig' when 'household' then 'Haushaltsführung'
      when 'care' then 'Betreuung' when 'travel' then 'Fahrkosten' when 'other' then 'Sonstiges' else code end
    when 'fee_vehicle' then case code
      when 'car' then 'Pkw' when 'motorcycle' then 'Motorrad' when 'bicycle' then 'Fahrrad'
      when 'passenger' then 'mitgefahren' when 'ticket' then 'Fahrkarte' else code end
    when 'fee_claim_state' then case code
      when 'open' then 'offen' when 'accepted' then 'anerkannt' when 'rejected' then 'abgelehnt' else code end
    when 'statute_state' then case code
      when 'draft' then 'Entwurf' when 'basis' then 'Grundlage' when 'in_force' then 'in Kraft' when 'replaced' then 'ersetzt' else code end
    when 'statute_part' then case code when 'statute' then 'Kopf und Wahl' when 'function' then 'Funktionen' when 'tax_class' then 'Steuerklassen'
      when 'rate' then 'Sätze' when 'cap' then 'Höchstgrenzen' else 'Regel' end
    when 'fee_hold' then case code when 'waiver' then 'Verzicht' when 'hold' then 'angehalten' else code end
    when 'fee_pay' then case code when 'monthly' then 'monatlich' when 'yearly' then 'jährlich' when 'once' then 'einmalig'
      when 'meeting' then 'je Sitzung' when 'day' then 'je Tag' when 'claim' then 'auf Antrag' else code end
    when 'fee_file' then case code when 'sepa' then 'Zahlung' when 'posting' then 'Buchung' else code end
    when 'fee_file_state' then case code when 'made' then 'erzeugt' when 'sent' then 'übergeben' when 'dropped' then 'zurückgenommen' else code end
    when 'fee_settlement' then case code when 'transfer' then 'Überweisung' when 'offset' then 'verrechnet' when 'reclaim' then 'zurückgezahlt'
      when 'write_off' then 'erlassen' else code end
    when 'fee_settlement_state' then case code when 'done' then 'erledigt' when 'returned' then 'zurückgekommen'
      when 'dropped' then 'zurückgenommen' else code end
    when 'fee_flag' then case code when 'open' then 'offen' when 'changed' then 'danach geändert' when 'confirmed' then 'bestätigt'
      when 'late' then 'spät, begründet' when 'missed' then 'Frist versäumt' when 'expired' then 'abgelaufen' when 'expires' then 'läuft ab'
      when 'closed' then 'abgeschlossen' when 'run_open' then 'Lauf offen' when 'no_run' then 'kein Lauf' when 'held' then 'angehalten'
      when 'payee' then 'Zahlungsempfänger fehlt' when 'waiver' then 'Verzicht' when 'negative' then 'Überzahlung'
      when 'stranger' then 'kein Mitglied' when 'balanced' then 'stimmt' when 'unbalanced' then '! stimmt nicht' else code end
    when 'fee_waits' then case code when 'waiting' then 'warten' when 'last' then 'zuletzt' when 'open' then 'offen' when 'held' then 'angehalten'
      when 'to_send' then 'zu übergeben' when 'returned' then 'zurückgekommen' when 'closed_to' then 'zuletzt abgeschlossen' else code end
    when 'fee_payee' then case code when 'member' then 'Mitglied' when 'employer' then 'Arbeitgeber' else code end
    when 'bank_closed' then case code when 'new_year' then 'Neujahr' when 'good_friday' then 'Karfreitag' when 'easter_monday' then 'Ostermontag'
      when 'labour_day' then '1. Mai' when 'christmas_day' then '1. Weihnachtstag' when 'second_christmas_day' then '2. Weihnachtstag'
      when 'saturday' then 'Samstag' when 'sunday' then 'Sonntag' else code end
    when 'fee_measure' then case code when 'inhabitants' then 'Einwohner der Kommune' when 'district_inhabitants' then 'Einwohner des Kreises'
      when 'borough_inhabitants' then 'Einwohner des Stadtbezirks' when 'group_members' then 'Mitglieder der Fraktion'
      when 'members' then 'gesetzliche Mitglieder' else code end
    when 'weekday' then case code when '1' then 'Montag' when '2' then 'Dienstag' when '3' then 'Mittwoch' when '4' then 'Donnerstag'
      when '5' then 'Freitag' when '6' then 'Samstag' when '7' then 'Sonntag' else code end
    when 'fee_topic' then case code
      when 'fee_held' then 'Sitzungen bestätigen' when 'fee_meetings' then 'Fraktionssitzungen' when 'fee_claims' then 'Anträge'
      when 'fee_persons' then 'Personen' when 'fee_corrections' then 'Korrekturen' when 'fee_statutes' then 'Satzungen'
      when 'fee_files' then 'Dateien für Bank und Kasse' when 'fee_settlements' then 'Überweisungen und Rückläufer' when 'fee_balances' then 'Offene Beträge' when 'fee_months' then 'Monate abschließen'
      when 'fee_year' then 'Haushaltsjahr' when 'fee_year_persons' then 'Jahressummen der Personen' when 'fee_simulations' then 'Simulationen'
      when 'body_sizes' then 'Einwohnerzahlen' when 'fee_setting' then 'Einstellungen'
      when 'fee_evidence_list' then 'Nachweise' when 'fee_assignments' then 'Funktionen' when 'fee_holds' then 'Verzicht und Sperre'
      when 'fee_working_hours' then 'Arbeitszeiten' when 'fee_distances' then 'Entfernungen' when 'fee_payees' then 'Zahlungsempfänger und Konten'
      when 'fee_person_year' then 'Abrechnungen' when 'person_memberships' then 'Mitgliedschaften' else code end
    when 'table' then case code
      when 'statute' then 'Satzung' when 'fee_rate' then 'Satz' when 'fee_band' then 'Staffel' when 'fee_rule' then 'Entschädigungsregel'
      when 'body_size' then 'Einwohnerzahl' when 'fee_assignment' then 'Funktion' when 'fee_setting' then 'Einstellungen Sitzungsgeld'
      when 'fee_meeting' then 'Sitzung ohne Niederschrift' when 'fee_presence' then 'Anwesenheit' when 'fee_claim' then 'Antrag'
      when 'fee_evidence' then 'Nachweis' when 'fee_working_hours' then 'Arbeitszeit' when 'fee_distance' then 'Entfernung'
      when 'fee_hold' then 'Verzicht oder Sperre' when 'fee_payee' then 'Zahlungsempfänger' when 'fee_correction' then 'Korrektur'
      when 'fee_bank_account' then 'Bankverbindung' when 'fee_run' then 'Lauf' when 'fee_file' then 'Datei' when 'fee_settlement' then 'Ausgleich'
      when 'posting_template' then 'Buchungsvorlage'
      when 'person' then 'Person' when 'organization' then 'Gremium' when 'membership' then 'Mitgliedschaft'
      when 'meeting' then 'Sitzung' when 'agenda_item' then 'Tagesordnungspunkt' when 'account' then 'Konto'
      when 'permission' then 'Recht' when 'location' then 'Ort' when 'text_module' then 'Textbaustein'
      when 'substitution' then 'Stellvertretung' when 'standard_item' then 'Standardpunkt'
      when 'objection' then 'Einwendung' when 'task_progress' then 'Auftrag' when 'body' then 'Kommune' when 'legislative_term' then 'Wahlperiode'
      when 'rule_set' then 'Regelwerk' when 'rule' then 'Regel'
      when 'meeting_organization' then 'Gremium der Sitzung' when 'meeting_day' then 'Sitzungstag'
      else code end
    else code end;
comment on function api.code_label(text, text) is 'German label of a code of the schema.';

-- A value of a rule set on a date; what it does not say, its parent says.
create or replace function council.rule_value(rule_set_id bigint, key text, on_date date) returns text
  language sql stable parallel safe
  set search_path = pg_catalog, council, pg_temp
as $$
  with recursive chain (id, parent_id, depth) as (
    select s.id, s.parent_id, 1 from council.rule_set s where s.id = rule_value.rule_set_id
    union all
    select s.id, s.parent_id, c.depth + 1 from council.rule_set s join chain c on s.id = c.parent_id
    where c.depth < 10)
  select r.value from chain c join council.rule r on r.rule_set_id = c.id
  where r.key = rule_value.key and r.valid @> rule_value.on_date
  order by c.depth limit 1
$$;
comment on function council.rule_value(bigint, text, date) is 'The rule of that date, from the rule set or its parents; NULL: none.';

-- The rule for an organization: its classification may have one of its own (quorum.committee).
create or replace function council.organization_rule(organization_id bigint, key text, on_date date) returns text
  language sql stable parallel safe
  set search_path = pg_catalog, council, pg_temp
as $$
  select coalesce(
    council.rule_value(b.rule_set_id, organization_rule.key || '.' || o.classification, on_date),
    council.rule_value(b.rule_set_id, organization_rule.key, on_date))
  from council.organization o join council.body b on b.id = o.body_id
  where o.id = organization_rule.organization_id
$$;
comment on function council.organization_rule(bigint, text, date) is 'The rule for an organization on a date; NULL: none.';
