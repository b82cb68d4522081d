#!/bin/bash
# The worked cases of fees (../shared/data/fees/cases.csv) by the real path: statute from its file, municipality, people, meetings
# held through the ledger, attendance confirmed, claims, a run from the shell. Where the file of cases is there, the amounts are
# compared with it, too. F33 (tax) is tested with the certificates: 92-fee-out.sh.
. "$(dirname "$0")/../lib/run.sh"
start_database
statutes=$TOP_SRCDIR/statutes
cases=$TOP_SRCDIR/../shared/data/fees/cases.csv

clerk() { PGUSER=sitzungsgeld "$RATSTISCH" "$@"; }
as_clerk() { PGUSER=sitzungsgeld psql -XqAt -v ON_ERROR_STOP=1 "$@"; }

# A municipality with a council (RAT), a committee (HA), a group (FR) and one person, Anna Beispiel, whose number is kept in $person.
town() { # NAME STATE INHABITANTS [MEASURE]
	town=$1
	PGUSER=postgres "$RATSTISCH" body "$1" "$1" "$2" >/dev/null || echo "# no municipality $1"
	sql -v name="$1" -v size="$3" -v measure="${4:-inhabitants}" >/dev/null <<'SQL'
select id as body from council.body where name = :'name' \gset
insert into council.legislative_term (body_id, name, valid) values (:body, 'Wahlperiode', '[2010-01-01,2030-01-01)');
insert into council.organization (body_id, name, short_name, classification, legal_membership)
values (:body, 'Rat', 'RAT', 'council', 10), (:body, 'Hauptausschuss', 'HA', 'committee', 5), (:body, 'Fraktion', 'FR', 'group', 0);
insert into council.body_size (body_id, measure, value, valid) values (:body, :'measure', :size, '[2010-01-01,)');
insert into council.person (body_id, family_name, given_name) values (:body, 'Beispiel', 'Anna');
SQL
	person=$(sql -c "select p.id from council.person p join council.body b on b.id = p.body_id where b.name = '$1' and p.family_name = 'Beispiel'")
}

organization() { # SHORT
	sql -c "select o.id from council.organization o join council.body b on b.id = o.body_id where b.name = '$town' and o.short_name = '$1'"
}

member() { # SHORT ROLE [DAYS] [PERSON]
	sql -c "insert into council.membership (person_id, organization_id, role, valid)
		values (${4:-$person}, $(organization "$1"), '$2', '${3:-[2010-01-01,)}')"
}

assign() { # FUNCTION [SHORT]
	as_clerk -c "insert into council.fee_assignment (person_id, function_name, organization_id, valid)
		values ($person, '$1', $([ -n "${2:-}" ] && organization "$2" || echo null), '[2010-01-01,)')"
}

# A meeting is planned, invited, opened with the person present, and closed two hours later, by the minute-taker.
meeting() { # SHORT DAY [TIME]
	id=$(sql -c "insert into council.meeting (body_id, organization_id, name, starts_at)
		select o.body_id, o.id, 'Sitzung', '$2 ${3:-17:00} Europe/Berlin' from council.organization o where o.id = $(organization "$1") returning id")
	PGUSER=schriftfuehrung psql -XqAt -v ON_ERROR_STOP=1 >/dev/null <<SQL
select api.send_agenda($id, '');
select api.take_pen($id, '00000000-0000-4000-8000-00000000fee1', true);
select api.append_event(gen_random_uuid(), $id, council.micros(m.starts_at), council.micros(m.starts_at), 'open', null, $person, null, null, null,
  null, null, null, null, null, 10, null, null, null, null, null, null, null, null, null, '$person', null, null, null, null,
  '00000000-0000-4000-8000-00000000fee1') from council.meeting m where m.id = $id;
select api.append_event(gen_random_uuid(), $id, council.micros(m.starts_at + interval '2 hours'), council.micros(m.starts_at + interval '2 hours'),
  'close', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
  null, null, null, null, '00000000-0000-4000-8000-00000000fee1') from council.meeting m where m.id = $id;
SQL
	clerk fees confirm "$id" --body "$town" >/dev/null
}

group_meeting() { # DAY
	as_clerk >/dev/null <<SQL
insert into council.fee_meeting (organization_id, day, begins_at, ends_at) values ($(organization FR), '$1', '18:00', '20:00') returning id as meeting \gset
insert into council.fee_presence (fee_meeting_id, person_id, begins_at, ends_at) values (:meeting, $person, '18:00', '20:00');
SQL
}

claim() { # COLUMNS VALUES
	as_clerk -c "insert into council.fee_claim (person_id, $1) values ($person, $2)"
}

working_hours() {
	as_clerk -c "insert into council.fee_working_hours (person_id, weekday, begins_at, ends_at, valid)
		select $person, n, '06:00', '20:00', '[2010-01-01,)' from generate_series(1, 7) n"
}

in_force() { # FILES...
	clerk statute load --in-force --body "$town" "$@" >"$work/load" 2>&1 || sed 's/^/# /' "$work/load"
}

# What the run of some months gives the person: in sum, or for one rule.
run() { # MONTH [MONTHS] [RULE]
	clerk fees run "$1" "${2:-1}" --body "$town" --format csv >"$work/run.csv" 2>"$work/run.err" || sed 's/^/# /' "$work/run.err"
	run=$(sql -c "select max(id) from council.fee_run")
	sql -c "select replace(coalesce(sum(amount), 0)::text, '.', ',') from council.fee_item
		where run_id = $run and person_id = $person and ('${3:-}' = '' or rule_name = '${3:-}')"
}

# The reasons of the last run.
why() {
	clerk fees why "$(sql -c "select max(id) from council.fee_run")" "$person" --body "$town"
}

# The case: number, what the run gave, the amount that we know.
case_is() {
	is "$2" "$3" "$1: $3"
	if [ -r "$cases" ]; then
		is "$2" "$(awk -F';' -v id="$1" '$1 == id { print $5 }' "$cases")" "$1 as in the file of cases"
	fi
}

town F01 NW 498000
member RAT member
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_teilpauschale_2024.statute"
for day in 04 11 18 25; do meeting RAT 2024-03-$day; done
case_is F01 "$(run 2024-03)" 632,40
has "$(why)" "§ 2 Abs. 3" "F01: the reason names the paragraph"
has "$(why)" "anwesend 17:00 bis 19:00 Uhr" "and the presence"

town F03a NW 450000
member RAT member
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_teilpauschale_2024.statute"
case_is F03a "$(run 2024-03)" 428,40

town F03b NW 450001
member RAT member
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_teilpauschale_2024.statute"
is "$(run 2024-03)" 530,40 "one inhabitant more is the next band"

town F04 NW 498000
member RAT member
assign deputy_mayor_1
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_vollpauschale_2024.statute"
case_is F04 "$(run 2024-03)" 2570,40

town F06 NW 498000
member RAT member
assign deputy_mayor_1
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_teilpauschale_2024.statute"
case_is F06 "$(run 2024-03)" 2458,20

town F08 NW 22000
member HA expert_citizen
member FR member
in_force "$statutes/nrw_2024.statute" "$statutes/herdecke_2024.statute"
for month in 02 05 08 11; do meeting HA 2024-$month-14; done
for n in $(seq 1 15); do group_meeting "$(date -d "2024-01-08 +$((n * 21)) days" +%F)"; done
case_is F08 "$(run 2024-01 12)" 571,20

town F10 NW 250000 district_inhabitants
member RAT member
in_force "$statutes/nrw_2024.statute" "$statutes/kreis_teilpauschale_2024.statute"
for day in 05 19; do meeting RAT 2024-03-$day; done
case_is F10 "$(run 2024-03)" 474,30

town F13 NW 44000
member RAT member
in_force "$statutes/nrw_2016.statute" "$statutes/erkrath_2016.statute"
for day in 02 09 16; do meeting RAT 2016-02-$day; done
case_is F13 "$(run 2016-02)" 250,00

town F14a NW 44000
member RAT member
member FR member
sql -c "insert into council.person (body_id, family_name) select b.id, 'M' || n from council.body b cross join generate_series(2, 10) n where b.name = 'F14a'" \
	-c "insert into council.membership (person_id, organization_id, valid) select p.id, o.id, '[2010-01-01,)'
		from council.person p join council.body b on b.id = p.body_id join council.organization o on o.body_id = b.id and o.short_name = 'FR'
		where b.name = 'F14a' and p.family_name like 'M%'"
assign group_chair
in_force "$statutes/nrw_2016.statute" "$statutes/erkrath_2016.statute"
case_is F14a "$(run 2016-02 1 group_chair)" 580,40

town F15 NW 16000
member RAT member
in_force "$statutes/nrw_2022.statute" "$statutes/stadt_teilpauschale_2022.statute"
for day in 03 17; do meeting RAT 2022-05-$day; done
case_is F15 "$(run 2022-05)" 215,00

town F19 NW 22000
member HA expert_citizen
working_hours
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_teilpauschale_2024.statute"
claim "kind, day, begins_at, ends_at" "'loss_floor', '2025-05-14', '16:00', '19:00'"
case_is F19 "$(run 2025-05)" 38,46

town F21a NW 22000
member HA expert_citizen
working_hours
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_teilpauschale_2024.statute"
claim "kind, day, begins_at, ends_at, hourly_amount, evidence" "'loss_proven', '2024-05-14', '16:00', '18:30', 31.50, 'Arbeitgeber'"
case_is F21a "$(run 2024-05)" 78,75

town F21b NW 22000
member RAT member
working_hours
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_angefangene_stunde_2024.statute"
claim "kind, day, begins_at, ends_at, hourly_amount, evidence" "'loss_proven', '2024-05-14', '16:00', '18:30', 31.50, 'Arbeitgeber'"
case_is F21b "$(run 2024-05 1 loss_proven)" 94,50

town F22 NW 22000
member HA expert_citizen
working_hours
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_teilpauschale_2024.statute"
claim "kind, day, begins_at, ends_at, hourly_amount" "'loss_plausible', '2024-05-14', '16:00', '19:00', 95"
case_is F22 "$(run 2024-05)" 252,00

town F25a NW 22000
member HA expert_citizen
in_force "$statutes/nrw_2022.statute" "$statutes/stadt_teilpauschale_2022.statute"
claim "kind, day, kilometres, vehicle" "'travel', '2022-06-14', 18, 'car'"
case_is F25a "$(run 2022-06)" 5,40

town F26 NW 22000
member HA expert_citizen
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_teilpauschale_2024.statute"
claim "kind, day, kilometres, vehicle" "'travel', '2024-06-14', 18, 'bicycle'"
case_is F26 "$(run 2024-06)" 4,14

town F27 ST 8000
member RAT member
member HA member
in_force "$statutes/koennern_2025.statute"
meeting RAT 2025-03-12 09:00
meeting HA 2025-03-12 13:00
meeting RAT 2025-03-12 17:00
case_is F27 "$(run 2025-03)" 172,50
has "$(why)" "Grenze: 2,5-facher Satz je Tag (10,50 weniger)" "F27: the limit that cut is named"

town F29a ST 12000
member RAT member "[2020-04-10,)"
in_force "$statutes/muldestausee_2020.statute"
case_is F29a "$(run 2020-04)" 86,10

town F29b ST 12000
member RAT member "[2019-07-01,2021-02-10)"
in_force "$statutes/muldestausee_2020.statute"
case_is F29b "$(run 2021-02)" 45,10

town F31 ST 4000
member RAT mayor
in_force "$statutes/wallhausen_2023.statute"
as_clerk -c "insert into council.fee_hold (person_id, kind, valid, reason) values ($person, 'waiver', '[2023-05-10,2023-05-15)', 'kein Anspruch')"
case_is F31 "$(run 2023-05)" 916,67

done_testing
