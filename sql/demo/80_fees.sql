-- Fees of the demonstration: a statute in force, sizes, functions, meetings of groups, claims, payees with accounts that exist nowhere,
-- and one gap (Zimmermann has no payee). No run: that is the fee clerk's.

reset role;
set local role sitzungsgeld;
do $$
declare
  -- What a rule says when it does not say it; the rest as the loader of statute files sends it.
  usual jsonb := '{"valid": "[2025-01-01,)", "optional": false, "pool": null, "amount": null, "rate_name": null, "times_over": 1,
    "times_under": 1, "claimed": false, "count_mode": "whole", "unit": null, "unit_km": false, "duration_per_day": false,
    "minutes_before": 0, "minutes_after": 0, "gap_minutes": 0, "due": "arrears", "prorata": "full", "pause_months": null,
    "pause_keeps_over": 0, "pause_keeps_under": 1, "attending": "member", "joint": "once", "substitutes": "acting", "claim":
    null, "floor_amount": null, "floor_rate": null, "floor_over": 1, "floor_under": 1, "working_hours": false,
    "within_from": null, "within_to": null, "workdays": false, "evidence": false, "evidence_months": null, "payee":
    "member", "distance_home": false, "distance_km": null, "travel_pooled": false, "rounding_step": null, "rounding_mode":
    null, "account": "1111.5421", "cost_centre": "", "wage_type": "", "payer": "", "tax_class": "statutory", "when": [],
    "meetings": [], "brackets": [], "shares": [], "limits": [], "presence": [], "at_most": [], "vehicles": [], "excludes":
    [], "under": [], "confirm": []}';
  rule jsonb;
  rules jsonb := '[]';
begin
  for rule in select r from jsonb_array_elements('[
    {"name": "council", "label": "Monatspauschale der Ratsmitglieder", "paragraph": "§ 2 Abs. 1", "pay": "monthly", 
    "rate_name": "lump_sum", "prorata": "thirtieth", "who": [{"excepted": false, "role": "member", "function_name": null, 
    "bodies": [{"classification": "council", "short_name": null}]}]},
    {"name": "group_chair", "label": "Fraktionsvorsitz", "paragraph": "§ 3 Abs. 2", "pay": "monthly", "rate_name": 
    "lump_sum", "times_over": 2, "who": [{"excepted": false, "role": null, "function_name": "group_chair", "bodies": []}]},
    {"name": "deputy_mayor", "label": "Stellvertretung der Bürgermeisterin", "paragraph": "§ 3 Abs. 1", "pay": "monthly", 
    "rate_name": "lump_sum", "times_over": 3, "times_under": 2, "who": [{"excepted": false, "role": null, "function_name": 
    "deputy_mayor", "bodies": []}]},
    {"name": "council_meeting", "label": "Sitzungsgeld", "paragraph": "§ 2 Abs. 2", "pay": "meeting", "rate_name": "fee", 
    "who": [{"excepted": false, "role": "member", "function_name": null, "bodies": [{"classification": "council", "short_name": 
    null}]}], "meetings": [{"classification": "council", "short_name": null}, {"classification": "committee", "short_name": 
    null}, {"classification": "group", "short_name": null}]},
    {"name": "expert_meeting", "label": "Sitzungsgeld sachkundiger Bürgerinnen und Bürger", "paragraph": "§ 2 Abs. 3", 
    "pay": "meeting", "rate_name": "fee", "account": "1111.5422", "who": [{"excepted": false, "role": "expert_citizen", 
    "function_name": null, "bodies": [{"classification": "committee", "short_name": null}]}], "meetings": [{"classification": 
    "committee", "short_name": null}]},
    {"name": "loss_floor", "label": "Verdienstausfall, Regelsatz", "paragraph": "§ 4 Abs. 1", "pay": "claim", "rate_name": 
    "minimum_wage", "count_mode": "started", "unit": 60, "claim": "loss_floor", "account": "1111.5423", "tax_class": null, 
    "who": [{"excepted": false, "role": "member", "function_name": null, "bodies": [{"classification": "council", "short_name": 
    null}]}], "limits": [{"period": "day", "kind": "hours", "number": null, "minutes": 480, "amount": null, "times_over": null, 
    "times_under": null, "highest": false}]},
    {"name": "loss_proven", "label": "Verdienstausfall auf Nachweis", "paragraph": "§ 4 Abs. 2", "pay": "claim", "claimed": 
    true, "count_mode": "started", "unit": 60, "claim": "loss_proven", "evidence": true, "account": "1111.5423", "tax_class": 
    null, "who": [{"excepted": false, "role": "member", "function_name": null, "bodies": [{"classification": "council", 
    "short_name": null}]}], "at_most": [{"per": "hour", "amount": null, "rate_name": "hourly_cap", "times_over": 1, 
    "times_under": 1}]},
    {"name": "travel", "label": "Fahrkosten", "paragraph": "§ 5", "pay": "claim", "count_mode": "exact", "claim": "travel", 
    "account": "1111.5424", "tax_class": null, "who": [{"excepted": false, "role": "member", "function_name": null, "bodies": 
    []}, {"excepted": false, "role": "expert_citizen", "function_name": null, "bodies": []}], "vehicles": [{"vehicle": "car", 
    "amount": "0.3000", "rate_name": null, "times_over": 1, "times_under": 1, "claimed": false}, {"vehicle": "bicycle", 
    "amount": "0.2000", "rate_name": null, "times_over": 1, "times_under": 1, "claimed": false}]}]') r
  loop
    rules := rules || (usual || rule);
  end loop;
  perform api.load_statute(1, (jsonb_build_object('rules', rules) || '{
    "name": "musterstadt_2025",
    "title": "Entschädigungssatzung der Stadt Musterstadt",
    "source": "Amtsblatt der Stadt Musterstadt Nr. 24/2024",
    "note": "",
    "valid": "[2025-01-01,)",
    "based_on": null,
    "rounding_step": "0.0100",
    "rounding_mode": "half_up",
    "file": "Musterstadt",
    "choices": [],
    "functions": [{"name": "deputy_mayor", "label": "Stellvertretung der Bürgermeisterin"},
      {"name": "group_chair", "label": "Fraktionsvorsitz"}],
    "rates": [{"name": "lump_sum", "label": "Monatspauschale", "paragraph": "§ 2 Abs. 1", "valid": "[2025-01-01,)", "measure": "inhabitants", "amount": null, "of_rate": null, "bands": [{"size": "[0,20000]", "amount": "180.0000"}, {"size": "[20001,50000]", "amount": "240.0000"}, {"size": "[50001,)", "amount": "300.0000"}]},
      {"name": "fee", "label": "Sitzungsgeld", "paragraph": "§ 2 Abs. 2", "valid": "[2025-01-01,)", "measure": null, "amount": "26.0000", "of_rate": null, "bands": []},
      {"name": "minimum_wage", "label": "Mindestlohn", "paragraph": "§ 4 Abs. 1", "valid": "[2025-01-01,2026-01-01)", "measure": null, "amount": "12.8200", "of_rate": null, "bands": []},
      {"name": "minimum_wage", "label": "Mindestlohn", "paragraph": "§ 4 Abs. 1", "valid": "[2026-01-01,2027-01-01)", "measure": null, "amount": "13.9000", "of_rate": null, "bands": []},
      {"name": "minimum_wage", "label": "Mindestlohn", "paragraph": "§ 4 Abs. 1", "valid": "[2027-01-01,2028-01-01)", "measure": null, "amount": "14.6000", "of_rate": null, "bands": []},
      {"name": "hourly_cap", "label": "Höchstsatz je Stunde", "paragraph": "§ 4 Abs. 3", "valid": "[2025-01-01,)", "measure": null, "amount": "60.0000", "of_rate": null, "bands": []}],
    "caps": [],
    "tax_classes": [{"name": "statutory", "label": "gesetzlich bestimmte Entschädigung", "paragraph": "R 3.12 LStR", "free_over": 1, "free_under": 3, "at_least": "250.0000", "at_most": null}]}')::text);
  perform api.put_statute_in_force(s.id, false) from council.statute s where s.name = 'musterstadt_2025';
end
$$;

insert into council.body_size (body_id, measure, value, valid, source)
values (1, 'inhabitants', 43512, '[2024-01-01,2026-01-01)', 'Statistisches Amt, Stichtag 31.12.2023'),
  (1, 'inhabitants', 43780, '[2026-01-01,)', 'Statistisches Amt, Stichtag 31.12.2025');
set local role kasse; -- the account that pays
insert into council.fee_setting (body_id, claim_deadline_months, group_deadline_days, debtor_name, debtor_iban, purpose, large_amount)
values (1, 12, 60, 'Stadt Musterstadt', 'DE02120300000000202051', 'Sitzungsgeld', 2000);
set local role sitzungsgeld;
insert into council.fee_assignment (person_id, function_name, organization_id, valid, reason) values
  (2, 'group_chair', 11, '[2025-11-01,)', 'Fraktionsbeschluss'), (14, 'group_chair', 12, '[2025-11-01,)', 'Fraktionsbeschluss'),
  (23, 'group_chair', 13, '[2025-11-01,)', 'Fraktionsbeschluss'), (28, 'group_chair', 14, '[2025-11-01,)', 'Fraktionsbeschluss'),
  (31, 'group_chair', 15, '[2025-11-01,)', 'Fraktionsbeschluss'), (7, 'deputy_mayor', null, '[2025-11-05,)', 'Ratsbeschluss'),
  (15, 'deputy_mayor', null, '[2025-11-05,)', 'Ratsbeschluss');
insert into council.fee_distance (person_id, kilometres, vehicle, valid)
values (2, 6.5, 'car', '[2025-11-01,)'), (3, 4.2, 'bicycle', '[2025-11-01,)'), (23, 9, 'car', '[2025-11-01,)');

insert into council.fee_meeting (organization_id, day, begins_at, ends_at, name, received_on) values
  (11, '2026-09-07', '18:00', '20:00', 'Fraktionssitzung', '2026-09-10'), (12, '2026-09-07', '18:30', '20:15', 'Fraktionssitzung', '2026-09-09'),
  (13, '2026-09-08', '19:00', '21:00', 'Fraktionssitzung', '2026-10-01'), (11, '2026-10-05', '18:00', '19:45', 'Fraktionssitzung', '2026-10-07'),
  (12, '2026-10-06', '18:30', '20:00', 'Fraktionssitzung', '2026-10-08');
insert into council.fee_presence (fee_meeting_id, person_id, begins_at, ends_at)
select g.id, m.person_id, g.begins_at, g.ends_at
from council.fee_meeting g
join council.membership m on m.organization_id = g.organization_id and m.valid @> g.day and (m.person_id + g.id) % 7 > 0;

insert into council.fee_claim (person_id, kind, day, begins_at, ends_at, hourly_amount, kilometres, vehicle, meeting_id, evidence, received_on, state) values
  (3, 'loss_floor', '2026-09-09', '17:30', '19:15', null, null, null, 4, '', '2026-09-14', 'accepted'),
  (18, 'loss_proven', '2026-09-09', '16:30', '19:15', 32.5, null, null, 4, 'Bescheinigung des Arbeitgebers', '2026-09-21', 'accepted'),
  (26, 'loss_proven', '2026-09-09', '17:00', '19:15', 41, null, null, 4, '', '2026-09-28', 'accepted'),
  (2, 'travel', '2026-09-09', null, null, null, 13, 'car', 4, '', '2026-09-14', 'accepted'),
  (23, 'travel', '2026-09-09', null, null, null, 18, 'car', 4, '', '2026-09-30', 'accepted'),
  (20, 'loss_floor', '2026-10-08', '16:00', '18:30', null, null, null, 5, '', '2026-10-12', 'open');
insert into council.fee_hold (person_id, kind, valid, reason)
values (34, 'waiver', '[2026-01-01,)', 'Schreiben vom 12.12.2025'), (22, 'hold', '[2026-09-01,)', 'Anschrift ungeklärt');

insert into council.fee_payee (person_id, name, street_address, postal_code, locality, valid)
select p.id, p.given_name || ' ' || p.family_name, 'Rathausplatz ' || p.id, '00000', 'Musterstadt', '[2024-01-01,)'
from council.person p where p.id < 70 and p.id <> 29;

-- A bank code that no bank has; the check digits are right.
set local role kasse;
insert into council.fee_bank_account (payee_id, iban, valid)
select y.id, 'DE' || lpad((98 - (a.number || '131400')::numeric % 97)::text, 2, '0') || a.number, '[2024-01-01,)'
from council.fee_payee y cross join lateral (select '99999999' || lpad(y.person_id::text, 10, '0') as number) a;

-- The clerk has confirmed the council of September; the rest is still to be done.
set local role sitzungsgeld;
select api.confirm_meetings(1, '2026-09-01', '2026-09-09');
reset role;
