#!/bin/bash
# The worked cases of fees (../shared/data/fees/cases.csv) by the real path: statute from its file, municipality, people, meetings
# held through the ledger, attendance confirmed, claims, a run from the shell. Where the file of cases is there, the amounts are
# compared with it, too. F33 (tax) is tested with the certificates: 92-fee-out.sh.
. "$(dirname "$0")/../lib/run.sh"
without_fees=yes
start_database
. "$(dirname "$0")/../lib/fees.sh"
cases=$TOP_SRCDIR/../shared/data/fees/cases.csv

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
