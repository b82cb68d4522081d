set local role ratstisch_owner;

-- Posting files: what a run costs by account, cost centre, payer, wage type, person; written by templates that are data
-- (doc/fee-files.md). A file is known once per run and template, and never becomes another.

create or replace function council.posting_total(run_id bigint, grouping_words text) returns numeric
  language sql stable
  set search_path = pg_catalog, council, pg_temp
as $$
  select coalesce(sum(i.amount), 0) from council.fee_item i join council.fee_rule r on r.id = i.rule_id
  where i.run_id = posting_total.run_id
    and (r.payee = 'member' or 'member' <> all (string_to_array(posting_total.grouping_words, ' ')))
$$;
comment on function council.posting_total(bigint, text) is 'What a posting file of this grouping must sum up to.';

create or replace function api.register_posting(run_id bigint, template text, grouping_words text, entries integer, total numeric, content bytea)
  returns table (file_id bigint, sha256 text, again boolean)
  language plpgsql security definer
  set search_path = pg_catalog, council, pg_temp
as $$
#variable_conflict use_column
declare
  r council.fee_run;
  f council.fee_file;
  made integer;
  prefix text := concat('P', register_posting.run_id, '-', register_posting.template);
begin
  perform council.require_fees('fees');
  select * into r from council.fee_run x where x.id = register_posting.run_id;
  if r.id is null then
    raise exception using errcode = 'RT005', message = council.say('diesen Lauf gibt es nicht'), detail = format(council.say('Nummer %s.'), register_posting.run_id);
  elsif r.state <> 'released' then
    raise exception using errcode = 'RT012', message = council.say('dieser Lauf ist nicht freigegeben'), detail = format(council.say('Lauf %s.'), r.id),
      hint = council.say('Gebucht wird, was festgeschrieben und von jemand anderem freigegeben ist.');
  elsif register_posting.total is distinct from council.posting_total(r.id, register_posting.grouping_words) then
    raise exception using errcode = 'RT004', message = council.say('die Buchungsdatei ergibt nicht die Summe des Laufs'),
      detail = format(council.say('Datei %s, Lauf %s.'), register_posting.total, council.posting_total(r.id, register_posting.grouping_words));
  end if;
  perform council.lock_body(r.body_id);
  select count(*) into made from council.fee_file x
  where x.body_id = r.body_id and x.kind = 'posting' and (x.message_id = prefix or x.message_id like prefix || '/%');
  select * into f from council.fee_file x
  where x.body_id = r.body_id and x.kind = 'posting' and x.state <> 'dropped' and (x.message_id = prefix or x.message_id like prefix || '/%');
  if f.id is null then
    insert into council.fee_file as x (body_id, kind, format, message_id, entries, total, sha256)
    values (r.body_id, 'posting', register_posting.template, prefix || case when made > 0 then '/' || made + 1 else '' end,
      register_posting.entries, register_posting.total, pg_catalog.sha256(register_posting.content))
    returning x.id into f.id;
    return query select f.id, encode(pg_catalog.sha256(register_posting.content), 'hex'), false;
  elsif f.sha256 = pg_catalog.sha256(register_posting.content) then
    return query select f.id, encode(f.sha256, 'hex'), true;
  else
    raise exception using errcode = 'RT004', message = council.say('für diesen Lauf gibt es schon eine andere Buchungsdatei'),
      detail = format(council.say('Datei %s vom %s, Vorlage %s.'), f.id, to_char(f.created_at at time zone 'Europe/Berlin', 'DD.MM.YYYY'), f.format),
      hint = council.say('Die Vorlage ist seither geändert: die alte Datei verwerfen (fees discard), wenn die Kasse sie nicht hat.');
  end if;
end
$$;
comment on function api.register_posting(bigint, text, text, integer, numeric, bytea) is
  'Keeps sum and checksum of a posting file of a run; the same again is no second one, another is refused (RT004).';

-- Templates that come with the program; every upgrade lays them anew. A municipality copies one under its own body to change it.
with delivered (name, title, encoding, form, quote, decimal_sign, grouping) as (values
  ('sap_csv', 'Belegkopf, Positionen, Summe (CSV)', 'UTF-8', 'csv', '"', ',', 'account cost_centre payer'),
  ('sap_fixed', 'Belegkopf, Positionen, Summe (feste Breite)', 'ISO-8859-1', 'fixed', '', '', 'account cost_centre payer'),
  ('datev_extf', 'DATEV-Format Buchungsstapel (EXTF 700)', 'WINDOWS-1252', 'csv', '"', ',', 'account cost_centre rule'),
  ('payroll_csv', 'Lohnabrechnung: Personalnummer, Lohnart, Kostenstelle', 'ISO-8859-15', 'csv', '"', ',',
    'person wage_type cost_centre member')),
renewed as (
  update council.posting_template t set title = d.title, encoding = d.encoding, form = d.form, quote = d.quote,
    decimal_sign = d.decimal_sign, grouping = d.grouping
  from delivered d
  where t.body_id is null and t.name = d.name
    and (t.title, t.encoding, t.form, t.quote, t.decimal_sign, t.grouping)
      is distinct from (d.title, d.encoding, d.form, d.quote, d.decimal_sign, d.grouping))
insert into council.posting_template (name, title, encoding, form, quote, decimal_sign, grouping)
select d.name, d.title, d.encoding, d.form, d.quote, d.decimal_sign, d.grouping
from delivered d
where not exists (select from council.posting_template t where t.body_id is null and t.name = d.name);
delete from council.posting_column c using council.posting_template t where t.id = c.template_id and t.body_id is null;

insert into council.posting_column (template_id, record, place, label, field, value, width, adjust, format)
select t.id, v.record, v.place, v.label, v.field, v.value, v.width, v.adjust, v.format
from council.posting_template t
join (values
  ('sap_csv', 'document', 1, 'Satzart', 'const', 'K', null::integer, 'left', ''),
  ('sap_csv', 'document', 2, 'Lauf', 'run', '', null, 'left', ''),
  ('sap_csv', 'document', 3, 'Buchungsdatum', 'period_until', '', null, 'left', 'dd.mm.yyyy'),
  ('sap_csv', 'document', 4, 'Belegdatum', 'released_on', '', null, 'left', 'dd.mm.yyyy'),
  ('sap_csv', 'document', 5, 'Belegart', 'const', 'SA', null, 'left', ''),
  ('sap_csv', 'document', 6, 'Währung', 'const', 'EUR', null, 'left', ''),
  ('sap_csv', 'document', 7, 'Referenz', 'reference', '', 16, 'left', ''),
  ('sap_csv', 'document', 8, 'Kopftext', 'text', '', 25, 'left', 'cut'),
  ('sap_csv', 'line', 1, 'Satzart', 'const', 'P', null, 'left', ''),
  ('sap_csv', 'line', 2, 'Position', 'number', '', null, 'left', ''),
  ('sap_csv', 'line', 3, 'Sachkonto', 'account', '', 10, 'left', 'needed'),
  ('sap_csv', 'line', 4, 'Kostenstelle', 'cost_centre', '', 10, 'left', ''),
  ('sap_csv', 'line', 5, 'Soll/Haben', 'side', '', null, 'left', 'S/H'),
  ('sap_csv', 'line', 6, 'Betrag', 'amount', '', 13, 'left', 'abs'),
  ('sap_csv', 'line', 7, 'Währung', 'const', 'EUR', null, 'left', ''),
  ('sap_csv', 'line', 8, 'Zahlstelle', 'payer', '', null, 'left', ''),
  ('sap_csv', 'line', 9, 'Positionstext', 'text', '', 50, 'left', 'cut'),
  ('sap_csv', 'sum', 1, 'Satzart', 'const', 'S', null, 'left', ''),
  ('sap_csv', 'sum', 2, 'Positionen', 'count', '', null, 'left', ''),
  ('sap_csv', 'sum', 3, 'Summe', 'total', '', null, 'left', ''),
  ('sap_fixed', 'document', 1, 'Satzart', 'const', 'K', 1, 'left', ''),
  ('sap_fixed', 'document', 2, 'Lauf', 'run', '', 10, 'zeros', ''),
  ('sap_fixed', 'document', 3, 'Buchungsdatum', 'period_until', '', 8, 'left', 'yyyymmdd'),
  ('sap_fixed', 'document', 4, 'Belegdatum', 'released_on', '', 8, 'left', 'yyyymmdd'),
  ('sap_fixed', 'document', 5, 'Belegart', 'const', 'SA', 2, 'left', ''),
  ('sap_fixed', 'document', 6, 'Währung', 'const', 'EUR', 5, 'left', ''),
  ('sap_fixed', 'document', 7, 'Referenz', 'reference', '', 16, 'left', ''),
  ('sap_fixed', 'document', 8, 'Kopftext', 'text', '', 50, 'left', 'cut'),
  ('sap_fixed', 'line', 1, 'Satzart', 'const', 'P', 1, 'left', ''),
  ('sap_fixed', 'line', 2, 'Position', 'number', '', 6, 'zeros', ''),
  ('sap_fixed', 'line', 3, 'Buchungsschlüssel', 'side', '', 2, 'left', '40/50'),
  ('sap_fixed', 'line', 4, 'Sachkonto', 'account', '', 10, 'zeros', 'needed'),
  ('sap_fixed', 'line', 5, 'Kostenstelle', 'cost_centre', '', 10, 'left', ''),
  ('sap_fixed', 'line', 6, 'Betrag in Cent', 'amount', '', 15, 'zeros', 'abs'),
  ('sap_fixed', 'line', 7, 'Währung', 'const', 'EUR', 5, 'left', ''),
  ('sap_fixed', 'line', 8, 'Positionstext', 'text', '', 51, 'left', 'cut'),
  ('sap_fixed', 'sum', 1, 'Satzart', 'const', 'S', 1, 'left', ''),
  ('sap_fixed', 'sum', 2, 'Positionen', 'count', '', 6, 'zeros', ''),
  ('sap_fixed', 'sum', 3, 'Summe in Cent', 'total', '', 16, 'zeros', ''),
  ('sap_fixed', 'sum', 4, 'Füller', 'empty', '', 77, 'left', ''),
  ('datev_extf', 'document', 1, 'Kennzeichen', 'const', 'EXTF', null, 'left', 'quoted'),
  ('datev_extf', 'document', 2, 'Versionsnummer', 'const', '700', null, 'left', ''),
  ('datev_extf', 'document', 3, 'Formatkategorie', 'const', '21', null, 'left', ''),
  ('datev_extf', 'document', 4, 'Formatname', 'const', 'Buchungsstapel', null, 'left', 'quoted'),
  ('datev_extf', 'document', 5, 'Formatversion', 'const', '13', null, 'left', ''),
  ('datev_extf', 'document', 6, 'Erzeugt am', 'released_on', '', null, 'left', 'yyyymmdd000000000'),
  ('datev_extf', 'document', 8, 'Herkunft', 'const', 'RT', null, 'left', 'quoted'),
  ('datev_extf', 'document', 9, 'Exportiert von', 'const', 'Ratstisch', null, 'left', 'quoted'),
  ('datev_extf', 'document', 10, 'Importiert von', 'empty', '', null, 'left', 'quoted'),
  ('datev_extf', 'document', 11, 'Berater', 'const', '1001', null, 'left', ''),
  ('datev_extf', 'document', 12, 'Mandant', 'const', '1', null, 'left', ''),
  ('datev_extf', 'document', 13, 'WJ-Beginn', 'year_from', '', null, 'left', 'yyyymmdd'),
  ('datev_extf', 'document', 14, 'Sachkontenlänge', 'const', '7', null, 'left', ''),
  ('datev_extf', 'document', 15, 'Datum von', 'period_from', '', null, 'left', 'yyyymmdd'),
  ('datev_extf', 'document', 16, 'Datum bis', 'period_until', '', null, 'left', 'yyyymmdd'),
  ('datev_extf', 'document', 17, 'Bezeichnung', 'text', '', 30, 'left', 'quoted cut'),
  ('datev_extf', 'document', 18, 'Diktatkürzel', 'empty', '', null, 'left', 'quoted'),
  ('datev_extf', 'document', 19, 'Buchungstyp', 'const', '1', null, 'left', ''),
  ('datev_extf', 'document', 20, 'Rechnungslegungszweck', 'const', '0', null, 'left', ''),
  ('datev_extf', 'document', 21, 'Festschreibung', 'const', '0', null, 'left', ''),
  ('datev_extf', 'document', 22, 'WKZ', 'const', 'EUR', null, 'left', 'quoted'),
  ('datev_extf', 'document', 24, 'Derivatskennzeichen', 'empty', '', null, 'left', 'quoted'),
  ('datev_extf', 'document', 27, 'Sachkontenrahmen', 'empty', '', null, 'left', 'quoted'),
  ('datev_extf', 'document', 30, 'Reserviert', 'empty', '', null, 'left', 'quoted'),
  ('datev_extf', 'document', 31, 'Anwendungsinformation', 'empty', '', null, 'left', 'quoted'),
  ('datev_extf', 'title', 1, '', 'labels', '', null, 'left', ''),
  ('datev_extf', 'line', 1, 'Umsatz (ohne Soll/Haben-Kz)', 'amount', '', 13, 'left', 'abs'),
  ('datev_extf', 'line', 2, 'Soll/Haben-Kennzeichen', 'side', '', null, 'left', 'quoted S/H'),
  ('datev_extf', 'line', 3, 'WKZ Umsatz', 'const', 'EUR', null, 'left', 'quoted'),
  ('datev_extf', 'line', 7, 'Konto', 'account', '', 9, 'left', 'needed'),
  ('datev_extf', 'line', 8, 'Gegenkonto (ohne BU-Schlüssel)', 'const', '1700000', 9, 'left', 'needed'),
  ('datev_extf', 'line', 10, 'Belegdatum', 'period_until', '', null, 'left', 'ddmm'),
  ('datev_extf', 'line', 11, 'Belegfeld 1', 'reference', '', 36, 'left', 'quoted'),
  ('datev_extf', 'line', 14, 'Buchungstext', 'text', '', 60, 'left', 'quoted cut'),
  ('datev_extf', 'line', 37, 'KOST1 - Kostenstelle', 'cost_centre', '', 36, 'left', 'quoted'),
  ('datev_extf', 'line', 114, 'Festschreibung', 'const', '0', null, 'left', ''),
  ('payroll_csv', 'title', 1, '', 'labels', '', null, 'left', ''),
  ('payroll_csv', 'line', 1, 'Personalnummer', 'personnel_number', '', 20, 'left', 'needed'),
  ('payroll_csv', 'line', 2, 'Lohnart', 'wage_type', '', 10, 'left', 'needed'),
  ('payroll_csv', 'line', 3, 'Kostenstelle', 'cost_centre', '', 20, 'left', ''),
  ('payroll_csv', 'line', 4, 'Betrag', 'amount', '', null, 'left', ''),
  ('payroll_csv', 'line', 5, 'Monat', 'period_from', '', null, 'left', 'mm.yyyy'),
  ('payroll_csv', 'line', 6, 'Name', 'person', '', 60, 'left', 'cut')
) v (template, record, place, label, field, value, width, adjust, format) on v.template = t.name
where t.body_id is null;

-- DATEV counts columns by their place: what is not filled is there all the same, under its name.
insert into council.posting_column (template_id, record, place, label, field)
select t.id, v.record, v.place, v.label, 'empty'
from council.posting_template t
cross join (
  select 'document' as record, p.place, 'Reserviert' as label from generate_series(1, 31) p (place)
  union all
  select 'line', n.place, n.label
  from unnest(
    array['Umsatz', 'S/H', 'WKZ', 'Kurs', 'Basis-Umsatz', 'WKZ Basis-Umsatz', 'Konto', 'Gegenkonto', 'BU-Schlüssel', 'Belegdatum', 'Belegfeld 1',
      'Belegfeld 2', 'Skonto', 'Buchungstext', 'Postensperre', 'Diverse Adressnummer', 'Geschäftspartnerbank', 'Sachverhalt', 'Zinssperre', 'Beleglink']
    || array(select format('Beleginfo - %s %s', w, i) from generate_series(1, 8) i, unnest(array['Art', 'Inhalt']) with ordinality x (w, o) order by i, o)
    || array['KOST1 - Kostenstelle', 'KOST2 - Kostenstelle', 'Kost-Menge', 'EU-Land u. UStID (Bestimmung)', 'EU-Steuersatz (Bestimmung)',
      'Abw. Versteuerungsart', 'Sachverhalt L+L', 'Funktionsergänzung L+L', 'BU 49 Hauptfunktionstyp', 'BU 49 Hauptfunktionsnummer',
      'BU 49 Funktionsergänzung']
    || array(select format('Zusatzinformation - %s %s', w, i) from generate_series(1, 20) i, unnest(array['Art', 'Inhalt']) with ordinality x (w, o) order by i, o)
    || array['Stück', 'Gewicht', 'Zahlweise', 'Forderungsart', 'Veranlagungsjahr', 'Zugeordnete Fälligkeit', 'Skontotyp', 'Auftragsnummer',
      'Buchungstyp', 'USt-Schlüssel (Anzahlungen)', 'EU-Land (Anzahlungen)', 'Sachverhalt L+L (Anzahlungen)', 'EU-Steuersatz (Anzahlungen)',
      'Erlöskonto (Anzahlungen)', 'Herkunft-Kz', 'Buchungs GUID', 'KOST-Datum', 'SEPA-Mandatsreferenz', 'Skontosperre', 'Gesellschaftername',
      'Beteiligtennummer', 'Identifikationsnummer', 'Zeichnernummer', 'Postensperre bis', 'Bezeichnung SoBil-Sachverhalt',
      'Kennzeichen SoBil-Buchung', 'Festschreibung', 'Leistungsdatum', 'Datum Zuord. Steuerperiode', 'Fälligkeit', 'Generalumkehr (GU)', 'Steuersatz',
      'Land', 'Abrechnungsreferenz', 'BVV-Position', 'EU-Land u. UStID (Ursprung)', 'EU-Steuersatz (Ursprung)', 'Abw. Skontokonto']) with ordinality n (label, place)
) v
where t.body_id is null and t.name = 'datev_extf'
on conflict (template_id, record, place) do nothing;
