#!/bin/bash
# What a rule of fees can say, each by the real path and with an amount that was worked out by hand: durations, steps, surcharges,
# parts of months, pauses, limits, exclusions, substitutes, claims, travel; then what a run does with late changes.
. "$(dirname "$0")/../lib/run.sh"
without_fees=yes
start_database
. "$(dirname "$0")/../lib/fees.sh"

# --- duration ----------------------------------------------------------------------------------------------------------------
town duration ST 5000
member RAT member
statute duration <<'S'
function carer "betreut"
rate fee "Sitzungsgeld" paragraph "§ 3" 21,00
rule fee "Sitzungsgeld"
  paragraph "§ 3"
  who member of council
  pay meeting
  meetings council
  bracket to 120 minutes 0,5 x rate fee
  bracket to 210 minutes rate fee
  bracket above 1,5 x rate fee
  duration before 15 after 15 gaps 30
  surcharge 10 percent for carer
  rounding 0,05
S
held RAT 2025-03-03 "17:00-18:20"
is "$(run 2025-03)" 10,50 "80 minutes and two quarters are 110: the lower bracket"
held RAT 2025-04-07 "17:00-18:30"
is "$(run 2025-04)" 10,50 "120 minutes belong to the lower bracket"
held RAT 2025-05-05 "17:00-18:31"
is "$(run 2025-05)" 21,00 "121 do not"
held RAT 2025-06-02 "16:00-17:00 18:00-19:00"
is "$(run 2025-06)" 21,00 "a gap of an hour less two quarters is 30 minutes, merged: 210 minutes"
held RAT 2025-07-07 "16:00-17:00 18:01-19:01"
is "$(run 2025-07)" 21,00 "a minute more is not merged: 180 minutes"
assign carer
held RAT 2025-09-01 "17:00-18:20"
is "$(run 2025-09)" 11,55 "ten percent more for a carer, to five cents"
has "$(why)" "gezählt 110 Minuten" "the reason names the minutes that count"

# --- steps of time -----------------------------------------------------------------------------------------------------------
town steps ST 5000
member RAT member
for mode in "started 30 minutes" "full 30 minutes" "nearest 30 minutes" exact; do
	statute steps <<S
rule fee "Zeit"
  paragraph "§ 3"
  who member
  pay meeting
  meetings council
  amount 12,00
  unit $mode
S
	[ "$mode" = exact ] || [ "$mode" = "full 30 minutes" ] || [ "$mode" = "nearest 30 minutes" ] || held RAT 2025-03-03 "17:00-18:46"
	case $mode in
	started*) wanted=24,00 ;;
	full*) wanted=18,00 ;;
	nearest*) wanted=24,00 ;;
	exact) wanted=21,20 ;;
	esac
	is "$(run 2025-03)" $wanted "106 minutes, $mode"
done

# --- a day -------------------------------------------------------------------------------------------------------------------
town day ST 5000
member RAT member
member HA member
statute day <<'S'
cap two "zwei am Tag" paragraph "§ 4" day count 2 highest
cap month "im Monat" paragraph "§ 5" month amount 50,00
rule council "Rat"
  paragraph "§ 3"
  who member of council
  pay meeting
  meetings council
  amount 10,00
  under two month
rule committee "Ausschuss"
  paragraph "§ 3"
  who member of committee
  pay meeting
  meetings committee
  amount 20,00
  under two month
S
held RAT 2025-03-03 "09:00-10:00"
held HA 2025-03-03 "11:00-12:00"
held HA 2025-03-03 "13:00-14:00"
is "$(run 2025-03)" 40,00 "the two highest of three, of two rules"
held RAT 2025-03-10 "09:00-10:00"
held RAT 2025-03-17 "09:00-10:00"
is "$(run 2025-03)" 50,00 "no more than 50,00 a month, of both rules"
has "$(why)" "gemeinsame Grenze: im Monat, § 5 (10,00 weniger)" "the reason names the shared limit"
statute day <<'S'
rule fee "Tagegeld"
  paragraph "§ 3"
  who member of council
  pay day
  meetings council committee
  bracket to 120 minutes 10,00
  bracket above 15,00
  duration day
  limit month count 2
S
is "$(run 2025-03)" 25,00 "one amount a day by all its minutes, two days a month"

# --- months ------------------------------------------------------------------------------------------------------------------
town months ST 5000
member RAT member "[2025-02-11,2025-08-21)"
for mode in full thirtieth days half; do
	statute months <<S
rule lump "Pauschale"
  paragraph "§ 2"
  who member of council
  pay monthly
  amount 120,00
  prorata $mode
S
	case $mode in
	full) wanted="120,00 120,00" ;;
	thirtieth) wanted="80,00 76,00" ;; # 10 of 28 and 11 of 31 days without the right
	days) wanted="77,14 77,42" ;;      # 18/28, 20/31
	half) wanted="120,00 120,00" ;;    # 18 and 20 days: more than 15
	esac
	is "$(run 2025-02) $(run 2025-08)" "$wanted" "a mandate from the 11th of February to the 20th of August, $mode"
done
statute months <<'S'
rate lump "Pauschale" paragraph "§ 2" until 15.04.2025 90,00
rate lump "Pauschale" paragraph "§ 2" from 16.04.2025 120,00
rule lump "Pauschale"
  paragraph "§ 2"
  who member of council
  pay monthly
  amount rate lump
S
is "$(run 2025-04)" 105,00 "a rate that changes within a month counts by days"
statute months <<'S'
rule lump "Pauschale"
  paragraph "§ 2"
  who member of council
  pay monthly
  amount 120,00
  due advance
S
is "$(run 2025-03)" 240,00 "in advance: the next month too, in the first run of all"
statute months <<'S'
rule lump "Pauschale"
  paragraph "§ 2"
  who member of council
  pay yearly
  amount 1.000,00
S
is "$(run 2025-03) $(run 2025-03 6)" "83,33 500,00" "a twelfth of 1.000,00; what rounding leaves comes with the last month"

# --- pause -------------------------------------------------------------------------------------------------------------------
town pause ST 5000
member RAT member "[2025-01-01,)"
statute pause <<'S'
rule lump "Pauschale"
  paragraph "§ 2"
  who member of council
  pay monthly
  amount 90,00
  prorata thirtieth
  pause after 2 months keeps 50 percent
S
held RAT 2025-01-10 "17:00-18:00"
held RAT 2025-05-16 "17:00-18:00"
is "$(run 2025-02) $(run 2025-03) $(run 2025-04) $(run 2025-05)" "90,00 58,50 45,00 67,50" \
	"from two months after the last presence (10th of March) until the next (16th of May) half, 1/30 of it for each day"

# --- pools, exclusions, sizes ------------------------------------------------------------------------------------------------
town groups ST 5000
member RAT member
member FR member
statute groups <<'S'
function chair "Fraktionsvorsitz"
function deputy "Stellvertretung"
rule lump "Pauschale"
  paragraph "§ 2"
  who member of council
  pay monthly
  amount 50,00
rule chair "Fraktionsvorsitz"
  paragraph "§ 5"
  who function chair
  excludes lump
  pool office
  pay monthly
  amount 100,00
  prorata thirtieth
rule deputy "Stellvertretung"
  paragraph "§ 5"
  who function deputy
  when group_members over 10
  pool office
  pay monthly
  amount 40,00
S
assign deputy
is "$(run 2025-03)" 50,00 "a deputy of a group of one is paid nothing more"
has "$(clerk fees gaps "$(sql -c 'select max(id) from council.fee_run')" --body groups)" "Bedingung nicht erfüllt" "which the clerk is told"
sql -c "insert into council.person (body_id, family_name) select b.id, 'M' || n from council.body b cross join generate_series(2, 11) n where b.name = 'groups'" \
	-c "insert into council.membership (person_id, organization_id, valid) select p.id, o.id, '[2025-04-01,)'
		from council.person p join council.body b on b.id = p.body_id join council.organization o on o.body_id = b.id and o.short_name = 'FR'
		where b.name = 'groups' and p.family_name like 'M%'"
is "$(run 2025-04)" 90,00 "eleven members: it is paid"
as_clerk -c "insert into council.fee_assignment (person_id, function_name, valid) values ($person, 'chair', '[2025-05-16,)')"
is "$(run 2025-05)" 140,00 "chair from the 16th: 50,00 for a month begun, 40,00 likewise, and half of 100,00"
is "$(run 2025-06)" 100,00 "then it takes the place of both"

# --- joint meetings, substitutes, presence -----------------------------------------------------------------------------------
town presence ST 5000
member RAT member
member HA substitute
other=$(sql -c "insert into council.person (body_id, family_name) select id, 'Andere' from council.body where name = 'presence' returning id")
member HA member '[2010-01-01,)' "$other"
sql -c "insert into council.substitution (organization_id, substitute_id, for_person_id, rank, valid)
	values ($(organization HA), $person, $other, 1, '[2010-01-01,)')"
for rule in acting never always; do
	statute presence <<S
rule fee "Sitzungsgeld"
  paragraph "§ 3"
  who member of council
  pay meeting
  meetings committee
  amount 20,00
  substitutes $rule
S
	if [ $rule = acting ]; then
		held HA 2025-03-03 "17:00-19:00"
		is "$(run 2025-03)" 0,00 "a substitute who is only there is not paid"
		held HA 2025-03-10 "17:00-19:00" "17:00-19:00" "$other"
		is "$(run 2025-03)" 20,00 "who sits in for somebody is"
		has "$(why)" "in Vertretung von Andere" "the reason names for whom"
	elif [ $rule = never ]; then
		is "$(run 2025-03)" 0,00 "never"
	else
		is "$(run 2025-03)" 40,00 "always"
	fi
done
statute presence <<'S'
rule fee "Sitzungsgeld"
  paragraph "§ 3"
  who member of council
  pay meeting
  meetings council
  amount 20,00
  presence at_least 30 minutes
  presence at_least 50 percent
S
held RAT 2025-04-01 "17:00-17:29" "17:00-17:40"
held RAT 2025-04-02 "17:00-17:59" "17:00-19:00"
is "$(run 2025-04)" 0,00 "29 minutes, and 59 of 120, are too little"
held RAT 2025-04-03 "17:00-18:00" "17:00-19:00"
is "$(run 2025-04)" 20,00 "half is enough"
joint=$(sql -c "select max(id) from council.meeting")
statute presence <<'S'
rule fee "Sitzungsgeld"
  paragraph "§ 3"
  who member
  pay meeting
  meetings council committee
  amount 20,00
  joint each
S
sql -c "insert into council.meeting_organization (meeting_id, organization_id) values ($joint, $(organization HA))"
is "$(run 2025-04)" 80,00 "a joint meeting paid for each of its two bodies"

# --- claims ------------------------------------------------------------------------------------------------------------------
town claims ST 5000
member RAT member
statute claims <<'S'
rate wage "Mindestlohn" paragraph "§ 6" 12,82
rule loss "Verdienstausfall"
  paragraph "§ 6 Abs. 1"
  who member
  pay claim
  claim loss_floor
  amount rate wage
  unit started 30 minutes
  limit day hours 3
rule proven "Nachgewiesen"
  paragraph "§ 6 Abs. 2"
  who member
  pay claim
  claim loss_proven
  amount claimed
  unit exact
  floor rate wage
  at_most 30,00 per hour
  within working_hours
  evidence required expires 6 months
rule household "Haushalt"
  paragraph "§ 6 Abs. 3"
  who member
  pay claim
  claim household
  amount 10,00
  unit full 60 minutes
  within 08:00 to 19:00 workdays
  confirm "niemand sonst war da"
rule care "Betreuung"
  paragraph "§ 6 Abs. 4"
  who member
  pay claim
  claim care
  amount claimed
  at_most rate wage per hour
rule other "Sonstiges"
  paragraph "§ 8"
  who member
  pay claim
  claim other
  amount claimed
  at_most 50,00 per claim
  at_most 60,00 per month
S
claim "kind, day, begins_at, ends_at" "'loss_floor', '2025-03-03', '17:00', '19:10'"
is "$(run 2025-03)" 32,05 "five half hours begun"
has "$(why)" "x 2,5 Stunden (angefangene 30 Minuten zählen voll)" "which the reason says"
claim "kind, day, begins_at, ends_at" "'loss_floor', '2025-04-03', '08:00', '10:00'"
claim "kind, day, begins_at, ends_at" "'loss_floor', '2025-04-03', '17:00', '19:00'"
is "$(run 2025-04)" 38,46 "three hours a day at most"
claim "kind, day, begins_at, ends_at, hourly_amount" "'loss_proven', '2025-05-05', '16:00', '18:00', 40"
is "$(run 2025-05)" 0,00 "without proof and working hours nothing is paid"
gaps=$(clerk fees gaps "$(sql -c 'select max(id) from council.fee_run')" --body claims)
has "$gaps" "Beleg fehlt" "the clerk is told of the proof"
has "$gaps" "Arbeitszeit nicht erfasst" "and of the hours"
as_clerk -c "insert into council.fee_working_hours (person_id, weekday, begins_at, ends_at, valid) values ($person, 1, '09:00', '17:30', '[2020-01-01,)')" \
	-c "insert into council.fee_evidence (person_id, kind, name, valid) values ($person, 'loss_proven', 'Arbeitgeber', '[2025-01-01,)')"
is "$(run 2025-05)" 45,00 "an hour and a half of working time at 30,00 at most"
claim "kind, day, begins_at, ends_at, hourly_amount" "'loss_proven', '2025-07-07', '16:00', '17:00', 5"
is "$(run 2025-07)" 0,00 "the proof has expired after six months"
as_clerk -c "update council.fee_claim set evidence = 'neue Bescheinigung' where person_id = $person and day = '2025-07-07'"
is "$(run 2025-07)" 12,82 "with a new one: the floor"
claim "kind, day, begins_at, ends_at" "'household', '2025-08-04', '17:10', '20:00'"
is "$(run 2025-08)" 0,00 "what has to be confirmed is not"
as_clerk -c "update council.fee_claim set confirmed = true where person_id = $person and kind = 'household'"
is "$(run 2025-08)" 10,00 "one full hour until seven"
claim "kind, day, begins_at, ends_at, amount" "'care', '2025-09-01', '17:00', '19:00', 40.00"
is "$(run 2025-09)" 25,64 "no more than two hours of the minimum wage"
claim "kind, day, amount" "'other', '2025-10-01', 70.00"
claim "kind, day, amount" "'other', '2025-10-02', 20.00"
is "$(run 2025-10)" 60,00 "50,00 a claim, 60,00 a month"
as_clerk -c "insert into council.fee_claim (person_id, kind, day, begins_at, ends_at) values ($person, 'household', '2025-03-03', '18:00', '20:00')" 2>"$work/overlap"
has "$(cat "$work/overlap")" "fee_claim_overlap" "household and loss at the same time are refused"

# --- travel ------------------------------------------------------------------------------------------------------------------
town travel ST 5000
member RAT member
statute travel <<'S'
rule travel "Fahrkosten"
  paragraph "§ 7"
  who member
  pay claim
  claim travel
  vehicle car 0,30
  vehicle bicycle 0,23
  vehicle passenger 0,05
  vehicle ticket claimed
  unit started 1 km
  distance at_most home 40 km
  travel pooled
S
claim "kind, day, kilometres, vehicle, passengers" "'travel', '2025-03-03', 17.2, 'car', 2"
is "$(run 2025-03)" 7,20 "18 kilometres begun at 0,30 and twice 0,05"
as_clerk -c "insert into council.fee_distance (person_id, kilometres, vehicle, automatic, valid) values ($person, 12.5, 'car', true, '[2025-04-01,)')"
claim "kind, day, kilometres, vehicle" "'travel', '2025-04-01', 70, 'bicycle'"
is "$(run 2025-04)" 5,75 "no more than home and back: 25 km"
held RAT 2025-05-05 "09:00-10:00"
held RAT 2025-05-05 "17:00-18:00"
is "$(run 2025-05)" 7,50 "without a claim for the day of two meetings: one way there and back"
claim "kind, day, amount, vehicle" "'travel', '2025-05-05', 9.80, 'ticket'"
is "$(run 2025-05)" 9,80 "a claim for that day takes its place: the ticket"

# --- what a run does with changes --------------------------------------------------------------------------------------------
town changes ST 5000
member RAT member
fee_statute() { # AMOUNT FROM NAME
	statute "$3" "$2" <<S
rule lump "Pauschale"
  paragraph "§ 2"
  who member of council
  pay monthly
  amount $1
rule fee "Sitzungsgeld"
  paragraph "§ 3"
  who member of council
  pay meeting
  meetings council
  amount 20,00
S
}
finish_run() {
	clerk fees commit "$(sql -c 'select max(id) from council.fee_run')" --body changes >/dev/null
	PGUSER=kasse "$RATSTISCH" fees release "$(sql -c 'select max(id) from council.fee_run')" --body changes >/dev/null
}
fee_statute 100,00 01.01.2025 changes
held RAT 2025-03-03 "17:00-18:00"
is "$(run 2025-03)" 120,00 "a lump sum and a meeting"
finish_run
is "$(run 2025-03)" 0,00 "running again creates nothing"
clerk fees drop "$(sql -c 'select max(id) from council.fee_run')" --body changes
held RAT 2025-03-10 "17:00-18:00"
is "$(run 2025-04)" 120,00 "a meeting found later comes with the next run"
has "$(why)" "10.03.2025 RAT" "and says for which day"
finish_run
fee_statute 130,00 01.04.2025 changes_new
is "$(run 2025-05)" 160,00 "a statute from April on, decided in May: May, and 30,00 for April"
has "$(why)" "bisher festgeschrieben 100,00, Unterschied 30,00" "the reason says what was paid before"
finish_run
is "$(run 2025-04)" 0,00 "an earlier month again: nothing, and nothing of the later one is taken back"
clerk fees drop "$(sql -c 'select max(id) from council.fee_run')" --body changes
sql -c "delete from council.fee_confirmation where meeting_id = (select min(id) from council.meeting where organization_id = $(organization RAT))"
is "$(run 2025-06)" 110,00 "a meeting whose confirmation is taken back: 20,00 less"
has "$(why)" "steht nicht mehr zu" "and says so"
finish_run
sql -c "update council.membership set valid = '[2010-01-01,2025-02-01)' where person_id = $person"
is "$(run 2025-07)" -510,00 "no mandate since February: all of it back"
has "$(clerk fees gaps "$(sql -c 'select max(id) from council.fee_run')" --body changes)" "Überzahlung" "the clerk is told"
sql -c "update council.membership set valid = '[2010-01-01,)' where person_id = $person"
other=$(sql -c "insert into council.person (body_id, family_name) select id, 'Verwechselt' from council.body where name = 'changes' returning id")
as_clerk -c "insert into council.fee_correction (person_id, instead_of_id, rule_name, day, amount, reason) values ($other, $person, 'fee', '2025-07-01', 20.00, 'verwechselt')"
is "$(run 2025-07)" 110,00 "a correction: 130,00 less 20,00 that somebody else gets"
is "$(sql -c "select sum(amount) from council.fee_item where run_id = (select max(id) from council.fee_run) and person_id = $other")" 20.00 "the pair"
is "$(sql -c "update council.fee_item set amount = 1 where run_id = (select min(id) from council.fee_run where state = 'released')" 2>&1 | grep -c 'kann nicht mehr')" 1 \
	"committed items stay, for the owner too"
is "$(sql -c "delete from council.fee_item where run_id = (select min(id) from council.fee_run where state = 'released')" 2>&1 | grep -c 'bleibt, wie er ist')" 1 \
	"and are not deleted"

# --- a statute in the middle of another's days --------------------------------------------------------------------------------
town middle ST 5000
member RAT member
middle_statute() { # NAME PERIOD AMOUNT FEE
	statute "$1" "$2" <<S
rule lump "Pauschale"
  paragraph "§ 2"
  who member of council
  pay monthly
  amount $3
  prorata thirtieth
rule fee "Sitzungsgeld"
  paragraph "§ 3"
  who member of council
  pay meeting
  meetings council
  amount $4
  limit year count 3
S
}
middle_statute around 01.01.2025 90,00 20,00
for day in 2025-03-03 2025-03-12 2025-03-25 2025-03-26; do
	held RAT "$day" "17:00-18:00"
done
is "$(run 2025-03)" 150,00 "one statute: 90,00 and three of four meetings"
clerk fees drop "$(sql -c 'select max(id) from council.fee_run')" --body middle
middle_statute inside "01.03.2025 until 31.03.2025" 60,00 10,00
has "$(cat "$work/load")" "around gilt nur noch ab 01.01.2025 bis 28.02.2025, ab 01.04.2025" "another for a month in its middle"
is "$(run 2025-02)" 90,00 "before: the one"
clerk fees drop "$(sql -c 'select max(id) from council.fee_run')" --body middle
is "$(run 2025-03)" 90,00 "that month: the other, 60,00 and 3 x 10,00"
clerk fees drop "$(sql -c 'select max(id) from council.fee_run')" --body middle
is "$(run 2025-04)" 90,00 "after: the one again"
clerk fees drop "$(sql -c 'select max(id) from council.fee_run')" --body middle
clerk statute withdraw inside --body middle >/dev/null
clerk statute load --in-force --replace --body middle "$work/around.statute" >/dev/null
middle_statute within "11.03.2025 until 20.03.2025" 60,00 10,00
is "$(run 2025-03)" 130,32 "ten days within a month: (21 x 90,00 + 10 x 60,00) / 31 are 80,32; 20,00, 10,00 and 20,00 for three meetings"
is "$(run 2025-03 1 lump)" 80,32 "both parts and the days between them are one lump sum"
is "$(run 2025-03 1 fee)" 50,00 "the limit of the year goes across"
has "$(clerk statute list --body middle)" "in Kraft ab 01.01.2025 bis 10.03.2025, ab 21.03.2025" "the list says both parts"

# --- what is missing blocks the person, not the run --------------------------------------------------------------------------
town missing ST 5000
member RAT member
other=$(sql -c "insert into council.person (body_id, family_name) select id, 'Bürger' from council.body where name = 'missing' returning id")
member HA expert_citizen '[2010-01-01,)' "$other"
statute missing <<'S'
rate lump "Pauschale" paragraph "§ 2" until 31.12.2025 100,00
rule lump "Pauschale"
  paragraph "§ 2"
  who member of council
  pay monthly
  amount rate lump
rule other "Pauschale"
  paragraph "§ 2"
  who expert_citizen
  pay monthly
  amount 30,00
S
run 2026-01 >"$work/ignore"
last=$(sql -c 'select max(id) from council.fee_run')
has "$(clerk fees gaps "$last" --body missing)" "Satz fehlt" "a rate that is missing is named"
clerk fees commit "$last" --body missing >/dev/null
is "$(sql -c "select string_agg(person_id || ' ' || amount, ',') from council.fee_due where run_id = $last")" "$other 30.00" "the others are paid"
is "$(PGUSER=sitzungsgeld "$RATSTISCH" fees release "$last" --body missing 2>&1 | head -1)" "ratstisch: die Freigabe gibt jemand anders" "not by the same person"
clerk fees close 2026-01 --body missing 2>"$work/close"
has "$(cat "$work/close")" "noch ein Lauf offen" "an open run keeps its month open"
PGUSER=kasse "$RATSTISCH" fees release "$last" --body missing >/dev/null
clerk fees close 2026-01 --body missing >/dev/null
ok "then it is closed"
has "$(clerk fees run 2026-01 --body missing 2>&1)" "dieser Monat ist abgeschlossen" "and takes no run any more"
statute missing 01.01.2026 <<'S'
rate lump "Pauschale" paragraph "§ 2" by district_inhabitants
  band above 100,00
rule lump "Pauschale"
  paragraph "§ 2"
  who member of council
  pay monthly
  amount rate lump
S
run 2026-02 >"$work/ignore"
has "$(clerk fees gaps "$(sql -c 'select max(id) from council.fee_run')" --body missing)" "Einwohnerzahl fehlt" "a size that is missing is named, not the rate"
for who in gast leserin schriftfuehrung verwaltung; do
	PGUSER=$who "$RATSTISCH" fees runs --body missing >"$work/$who" 2>&1
	lacks "$(cat "$work/$who")" "30,00" "$who sees no amount"
done

done_testing
