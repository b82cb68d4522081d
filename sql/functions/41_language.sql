-- Texts that the database composes, in the language of the client. German is the source, as in the program: it stands where it is needed, inside of
-- council.say(), and is given back untouched unless the session has set ratstisch.language to another language (the program does when it speaks
-- English; in psql: set ratstisch.language = 'en'). Labels of single codes in columns that end in _label are translated by the program instead.

-- The one table of both languages. tests/lint/language.sh sees to it that nothing which is said is missing, and that the words are those of po/en.po.
create or replace function council.english(german text) returns text
  language plpgsql immutable parallel safe
  set search_path = pg_catalog, council, pg_temp
as $$
begin
  return case german
    -- why an item has its amount
    when 'Grundlage: %s, %s' then 'Basis: %s, %s'
    when 'Antrag%s%s%s' then 'Claim%s%s%s'
    when ': %s bis %s Uhr' then ': %s to %s'
    when ', Beleg: ' then ', proof: '
    when 'Grund: ' then 'Reason: '
    when 'anwesend %s bis %s Uhr%s%s' then 'present %s to %s%s%s'
    when ' (gezählt %s Minuten)' then ' (%s minutes counted)'
    when ' in Vertretung von ' then ' standing in for '
    when 'Satz %s%s%s%s%s' then 'Rate %s%s%s%s%s'
    when ', darin %s %s %s Minuten nach den ersten %s' then ', of it %s %s %s minutes after the first %s'
    when 'angefangene' then 'begun'
    when 'volle' then 'full'
    when 'gerundete' then 'rounded'
    when ' Stunden' then ' hours'
    when ' (angefangene %s %s zählen voll)' then ' (%s %s begun count in full)'
    when ' (nur volle %s %s)' then ' (only full %s %s)'
    when ' (auf %s %s gerundet)' then ' (rounded to %s %s)'
    when 'Minuten' then 'minutes'
    when ', %s Tage mit Anspruch' then ', %s days of entitlement'
    when ', Anteil %s' then ', share %s'
    when 'ergibt %s' then 'gives %s'
    when ' (%s weniger)' then ' (%s less)'
    when 'gerundet auf %s: %s' then 'rounded to %s: %s'
    when 'bisher festgeschrieben %s, Unterschied %s' then 'committed so far %s, difference %s'
    when 'einmalig' then 'once'
    when ' Fahrt' then ' journey'
    when 'Korrektur ' then 'Correction '
    when 'Beginn und Ende fehlen' then 'begin and end are missing'
    -- limits
    when 'unentschuldigt versäumte Sitzungen: ' then 'meetings missed without excuse: '
    when 'steht nicht mehr zu' then 'is no longer due'
    when 'nur der höchste Betrag dieser Gruppe von Regeln' then 'only the highest amount of this group of rules'
    when 'eine Fahrt für alle Sitzungen des Tages' then 'one journey for all meetings of the day'
    when 'daneben steht zu: ' then 'due beside it: '
    when 'Höchstbetrag je Antrag' then 'highest amount per claim'
    when 'Höchstbetrag je Tag' then 'highest amount per day'
    when 'Höchstbetrag je Monat' then 'highest amount per month'
    when 'Höchstbetrag je ' then 'highest amount per '
    when 'gemeinsame Grenze: ' then 'common limit: '
    when 'weitere Sitzung am selben Tag, davon ' then 'further meeting of the same day, of it '
    when 'Grenze: ' then 'limit: '
    when ' höchste' then ' highest'
    when '-facher Satz' then ' times the rate'
    when ' je Sitzung' then ' per meeting'
    when ' je Tag' then ' per day'
    when ' je Monat' then ' per month'
    when ' je Jahr' then ' per year'
    when ' je Wahlperiode' then ' per term'
    -- statements
    when '(%s Tage)' then '(%s days)'
    when '(%s Min.)' then '(%s min.)'
    when 'gekürzt um ' then 'cut by '
    when '= %s, bisher %s' then '= %s, so far %s'
    -- runs, forecast, gaps
    when 'Simulation' then 'Simulation'
    when ' bis ' then ' to '
    when 'offen' then 'open'
    when 'Pauschalen' then 'Lump sums'
    when 'Sitzungsgeld' then 'Attendance fees'
    when 'Anträge' then 'Claims'
    when 'Korrektur' then 'Correction'
    when 'Arbeitgeber' then 'employer'
    -- labels: fee_run_state
    when 'Probe' then 'dry run'
    when 'festgeschrieben' then 'committed'
    when 'freigegeben' then 'released'
    -- labels: fee_gap
    when 'IBAN fehlt' then 'IBAN missing'
    when 'Zahlungsempfänger fehlt' then 'payee missing'
    when 'Satz fehlt' then 'rate missing'
    when 'Einwohnerzahl fehlt' then 'inhabitants missing'
    when 'Anwesenheit nicht bestätigt' then 'attendance not confirmed'
    when 'Beleg fehlt' then 'proof missing'
    when 'Bestätigung fehlt' then 'confirmation missing'
    when 'Frist versäumt' then 'deadline missed'
    when 'Arbeitszeit nicht erfasst' then 'working hours not known'
    when 'angehalten' then 'held'
    when 'Antrag offen' then 'claim open'
    when 'keine Regel passt' then 'no rule fits'
    when 'keine Satzung in Kraft' then 'no statute in force'
    when 'Entfernung fehlt' then 'distance missing'
    when 'hoher Betrag' then 'large amount'
    when 'doppelt anwesend' then 'present twice'
    when 'nach Ende der Mitgliedschaft' then 'after the end of the membership'
    when 'weit vom Vormonat' then 'far from the month before'
    when 'anwesend ohne Antrag' then 'present without a claim'
    when 'Bedingung nicht erfüllt' then 'condition not met'
    when 'Überzahlung' then 'overpayment'
    -- labels: fee_claim
    when 'Verdienstausfall ohne Nachweis' then 'loss of earnings without proof'
    when 'Verdienstausfall nachgewiesen' then 'loss of earnings, proven'
    when 'Verdienstausfall selbständig' then 'loss of earnings, self-employed'
    when 'Haushaltsführung' then 'household'
    when 'Betreuung' then 'care'
    when 'Fahrkosten' then 'travel'
    when 'Sonstiges' then 'other'
    -- labels: fee_vehicle
    when 'Pkw' then 'car'
    when 'Motorrad' then 'motorcycle'
    when 'Fahrrad' then 'bicycle'
    when 'mitgefahren' then 'passenger'
    when 'Fahrkarte' then 'ticket'
    -- labels: fee_hold
    when 'Verzicht' then 'waiver'
    -- labels: fee_measure
    when 'Einwohner der Kommune' then 'inhabitants of the municipality'
    when 'Einwohner des Kreises' then 'inhabitants of the district'
    when 'Einwohner des Stadtbezirks' then 'inhabitants of the borough'
    when 'Mitglieder der Fraktion' then 'members of the group'
    when 'gesetzliche Mitglieder' then 'legal members'
    -- labels: weekday
    when 'Montag' then 'Monday'
    when 'Dienstag' then 'Tuesday'
    when 'Mittwoch' then 'Wednesday'
    when 'Donnerstag' then 'Thursday'
    when 'Freitag' then 'Friday'
    when 'Samstag' then 'Saturday'
    when 'Sonntag' then 'Sunday'
    else german end;
end
$$;
comment on function council.english(text) is 'A German text of the database in English; one that is not known stays as it is.';

-- No SET: so the planner puts it into the query, and German costs one comparison.
create or replace function council.say(german text) returns text
  language sql stable parallel safe
  return case when coalesce(pg_catalog.current_setting('ratstisch.language', true), '') in ('', 'de') then german else council.english(german) end;
comment on function council.say(text) is 'A German text in the language of the session (setting ratstisch.language: de or en).';

-- Labels with a comma between them, each by itself.
create or replace function council.say_list(german text) returns text
  language sql stable parallel safe
  return case when coalesce(pg_catalog.current_setting('ratstisch.language', true), '') in ('', 'de') then german
    else (select string_agg(council.english(t.label), ', ' order by t.place) from unnest(string_to_array(german, ', ')) with ordinality t (label, place)) end;
comment on function council.say_list(text) is 'Several labels in the language of the session.';
