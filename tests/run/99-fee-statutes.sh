#!/bin/bash
# Statutes that the program has never seen, written in the style of several states, and what they pay: every amount was worked out by
# hand before the first run, the calculation stands above it. By the real path: file, meetings of the ledger, claims, run.
. "$(dirname "$0")/../lib/run.sh"
without_fees=yes
start_database
. "$(dirname "$0")/../lib/fees.sh"
invented=$TOP_SRCDIR/tests/data/statutes

# assigned FUNCTION DAYS [SHORT]: like assign, for some days.
assigned() {
	as_clerk -c "insert into council.fee_assignment (person_id, function_name, organization_id, valid)
		values ($person, '$1', $([ -n "${3:-}" ] && organization "$3" || echo null), '$2')"
}
# others SHORT NUMBER [DAYS]: so many further members.
others() {
	sql -c "with p as (insert into council.person (body_id, family_name) select b.id, 'Weitere' from council.body b
			cross join generate_series(1, $2) where b.name = '$town' returning id)
		insert into council.membership (person_id, organization_id, valid) select id, $(organization "$1"), '${3:-[2010-01-01,)}' from p"
}
again() { # commits the last run, releases it
	last=$(sql -c 'select max(id) from council.fee_run')
	clerk fees commit "$last" --body "$town" >/dev/null
	PGUSER=kasse "$RATSTISCH" fees release "$last" --body "$town" >/dev/null
}
gaps() { clerk fees gaps "$(sql -c 'select max(id) from council.fee_run')" --body "$town"; }
loads() {
	in_force "$@"
	is "$(cat "$work/load" | grep -c 'in Kraft')" 1 "$town: in force"
}

# --- Obertal: the time of a day -------------------------------------------------------------------------------------------------
town Obertal NW 4000
member RAT member
member HA member
member FR member
others FR 2
loads "$invented/obertal_2025.statute"
# 18:00-20:00 with half an hour each: 17:30-20:30, 180 minutes, the lowest.
held RAT 2025-03-03 "18:00-20:00"
is "$(run 2025-03)" 20,00 "exactly three hours"
# A minute more.
held RAT 2025-04-07 "18:00-20:01"
is "$(run 2025-04)" 40,00 "a minute more"
# 16:00-16:30 and 17:00-17:40: 15:30-17:00 and 16:30-18:10 overlap: 15:30-18:10, 160 minutes (apart they would be 90 + 100 = 190).
held HA 2025-05-05 "16:00-16:30"
held RAT 2025-05-05 "17:00-17:40"
is "$(run 2025-05)" 20,00 "between two meetings no more than lies between them"
# An hour between: 15:30-17:00 and 17:00-19:00 touch: 210 minutes.
held HA 2025-06-02 "16:00-16:30"
held RAT 2025-06-02 "17:30-18:30"
is "$(run 2025-06)" 40,00 "an hour between: half an hour each"
# Two hours between: 15:30-17:00 (90) and 18:00-19:31 (91): 181.
held HA 2025-07-07 "16:00-16:30"
held RAT 2025-07-07 "18:30-19:01"
is "$(run 2025-07)" 40,00 "two hours between: both by themselves, added"
# 20,00 x 1,0666 = 21,332 -> 21,35; 40,00 x 1,0666 = 42,664 -> 42,65; 60,00 x 1,0666 = 63,996 -> 64,00.
assigned carer "[2025-09-01,)"
held RAT 2025-09-01 "18:00-20:00"
is "$(run 2025-09)" 21,35 "6,66 percent to five cents: up"
held RAT 2025-10-06 "18:00-20:01"
is "$(run 2025-10)" 42,65 "down"
held RAT 2025-11-03 "12:00-18:00"
is "$(run 2025-11)" 64,00 "seven hours"
# Both groups: 60,00 x 1,0666 x 1,1 = 70,3956; four days of it; no more than 100,00 a month: 70,3956 and the rest, 29,6044, rounded
# each: 70,40 and 29,60.
assigned self_employed "[2025-12-01,)"
held RAT 2025-12-01 "12:00-18:00"
held RAT 2025-12-08 "12:00-18:00"
held RAT 2025-12-15 "12:00-18:00"
is "$(run 2025-12)" 100,00 "both groups, no more than 100,00 a month"
is "$(sql -c "select string_agg(fresh::text, ' ' order by day) from council.fee_item where run_id = (select max(id) from council.fee_run)")" "70.40 29.60 0.00" "the last is cut"
# Three members in the group: 40,00 + 45,00. A fourth from the 16th of April: 45,00 x 15/30 + 60,00 x 15/30 = 52,50; 92,50.
assigned group_chair "[2026-03-01,)" FR
is "$(run 2026-03)" 85,00 "group chair: 40,00 and 15,00 a member"
others FR 1 "[2026-04-16,)"
is "$(run 2026-04)" 92,50 "a fourth member from the 16th"
# From May only two are left: the office needs three.
sql -c "update council.membership set valid = daterange(lower(valid), '2026-05-01') where organization_id = $(organization FR) and person_id <> $person"
others FR 1 "[2026-05-01,)"
is "$(run 2026-05)" 0,00 "a group of two has no chair that is paid"

# --- Elbhof: lump sums, offices, limits ---------------------------------------------------------------------------------------------
town Elbhof ST 5000
member RAT member "[2025-05-12,2026-02-21)"
loads "$invented/elbhof_2025.statute"
# Constituent meeting on the 12th of May: 11 days without the right. Half of 60,00: 30,00 x 19/30 = 19,00.
is "$(run 2025-05)" 19,00 "exactly 5000 inhabitants, from the constituent meeting"
# Ends on the 20th of February: 8 days of 28 are missing: 30,00 x 22/30 = 22,00. Nothing was exercised for months, which is the
# next town's matter: presence in January.
held RAT 2026-01-15 "17:00-19:00"
is "$(run 2026-02)" 22,00 "to the end of the mandate"
town Elbhof2 ST 5001
member RAT member "[2025-05-12,)"
member HA member
member FR member
loads "$invented/elbhof_2025.statute"
# Half of 90,00. Elected on the 12th of May, never there: three months later, from the 13th of August, it rests. August: 45,00
# less 19/30 (13th to 31st) = 16,50. September: nothing.
is "$(run 2025-07) $(run 2025-08) $(run 2025-09)" "45,00 16,50 0,00" "5001 inhabitants; a pause after three months"
# A committee does not make good for it; a presence does, from its day: the 20th of October: 45,00 - 19/30 = 16,50, and 15,00 for it.
sql -c "insert into council.organization (body_id, name, short_name, classification) select id, 'Bauausschuss', 'BA', 'committee' from council.body where name = 'Elbhof2'"
member BA deputy_chair "[2025-09-10,)"
is "$(run 2025-09)" 0,00 "another membership is no exercise of the mandate"
held HA 2025-10-20 "17:00-18:00"
is "$(run 2025-10)" 31,50 "until the next presence: 16,50, and the fee of 15,00"
# The deputy: 2 x 90,00 less 60 percent = 72,00. Group chair: 90,00. Only the highest: 90,00, with 45,00 as a member.
assigned deputy "[2025-11-01,)"
is "$(run 2025-11)" 117,00 "45,00 and 72,00: the multiple is of the full lump sum"
assigned group_chair "[2025-11-16,)" FR
# From the 16th of November: 72,00 x 15/30 = 36,00 and 90,00 x 15/30 = 45,00; with 45,00: 126,00.
is "$(run 2025-11)" 126,00 "the highest of what is paid, not of what it would be without the reduction"
# Speaker from the 1st of December: 270,00, neither group chair nor deputy, and no lump sum as a member.
assigned speaker "[2025-12-01,)"
is "$(run 2025-12)" 270,00 "the highest office, which takes the place of the lump sum"
# Fees: council 25,00, committee 15,00. A day of all three: no more than 1,5 x 25,00 = 37,50.
sql -c "delete from council.fee_assignment where person_id = $person"
held HA 2026-01-12 "09:00-10:00"
held RAT 2026-01-12 "11:00-12:00"
held HA 2026-01-12 "13:00-14:00"
is "$(run 2026-01)" 82,50 "45,00 and one and a half fees"
# Half of a meeting is enough, less is not: 59 and 60 of 120 minutes.
held HA 2026-02-02 "17:00-17:59" "17:00-19:00"
held HA 2026-02-03 "17:00-18:00" "17:00-19:00"
is "$(run 2026-02)" 60,00 "half of the duration"
# A joint meeting of council and committee is one meeting, but of two rules: 25,00 + 15,00 = 40,00 under 37,50.
held RAT 2026-03-02 "17:00-19:00"
sql -c "insert into council.meeting_organization (meeting_id, organization_id) values ($meeting, $(organization HA))"
is "$(run 2026-03)" 82,50 "a joint meeting: both rules fit, the limit of the day cuts"
# Of the year: 15,00 + 22,50 (what is cut is the last in order of time), 15,00, and of the joint meeting the higher one first, 25,00 +
# 12,50: 90,00 so far; 25,00 each in April and May: 140,00; in June 20,00 are left; then nothing.
for month in 04 05 06 09; do held RAT 2026-$month-06 "17:00-19:00"; done
is "$(run 2026-01 12 council_fee)" 117,50 "the year's limit: 22,50 + 3 x 25,00 + 20,00"
is "$(run 2026-01 12 committee_fee)" 42,50 "committees: 15,00 + 15,00 + 12,50"
for day in 01-07 02-11 03-11; do group_meeting 2026-$day; done
is "$(run 2026-01 12 group_fee)" 20,00 "two group meetings a year"
