# For tests of fees: municipalities of one person, meetings held through the ledger, statutes from files, runs from the shell.
# Sourced after run.sh and start_database.

statutes=$TOP_SRCDIR/statutes

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

# A meeting as the minute-taker holds it: the person is there in these stretches ("16:00-17:00 17:30-18:00"), the meeting begins
# with the first and ends with the last, or as said. Further: who the person sits in for, and whom nobody confirms it for.
held() { # SHORT DAY STRETCHES [BEGIN-END] [SUBSTITUTE_FOR]
	set -- "$1" "$2" "$3" "${4:-}" "${5:-}"
	whole=${4:-${3%%-*}-${3##*-}}
	meeting=$(sql -c "insert into council.meeting (body_id, organization_id, name, starts_at)
		select o.body_id, o.id, 'Sitzung', '$2 ${whole%-*} Europe/Berlin' from council.organization o where o.id = $(organization "$1") returning id")
	{
		echo "select api.send_agenda($meeting, '');"
		echo "select api.take_pen($meeting, '00000000-0000-4000-8000-00000000fee1', true);"
		first=${3%%-*}
		there=
		[ "$first" = "${whole%-*}" ] && [ -z "$5" ] && there=$person
		event open "$2" "${whole%-*}" null null "'$there'" 10
		for stretch in $3; do
			if [ -n "$5" ]; then
				event substitute "$2" "${stretch%-*}" "$person" "$5" null null
			elif [ "$stretch" != "${3%% *}" ] || [ -z "$there" ]; then
				event arrive "$2" "${stretch%-*}" "$person" null null null
			fi
			[ "${stretch#*-}" = "${whole#*-}" ] || event depart "$2" "${stretch#*-}" "$person" null null null
		done
		event close "$2" "${whole#*-}" null null null null
	} | PGUSER=schriftfuehrung psql -XqAt -v ON_ERROR_STOP=1 >"$work/held" 2>&1 || sed 's/^/# /' "$work/held"
	clerk fees confirm "$meeting" --body "$town" >/dev/null
}

event() { # KIND DAY TIME PERSON OTHER PERSONS LEGAL
	at="council.micros('$2 $3 Europe/Berlin'::timestamptz)"
	echo "select api.append_event(gen_random_uuid(), $meeting, $at, $at, '$1', null, $4, $5, null, null, null, null, null, null, null,
		$7, null, null, null, null, null, null, null, null, null, $6, null, null, null, null, '00000000-0000-4000-8000-00000000fee1');"
}

# Two hours.
meeting() { # SHORT DAY [TIME]
	begin=${3:-17:00}
	held "$1" "$2" "$begin-$(date -u -d "$begin 2 hours" +%H:%M)"
}

group_meeting() { # DAY [BEGIN] [END]
	as_clerk >/dev/null <<SQL
insert into council.fee_meeting (organization_id, day, begins_at, ends_at)
values ($(organization FR), '$1', '${2:-18:00}', '${3:-20:00}') returning id as meeting \gset
insert into council.fee_presence (fee_meeting_id, person_id, begins_at, ends_at) values (:meeting, $person, '${2:-18:00}', '${3:-20:00}');
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
	sql -c "select replace(coalesce(sum(amount), 0)::numeric(14,2)::text, '.', ',') from council.fee_item
		where run_id = $run and person_id = $person and ('${3:-}' = '' or rule_name = '${3:-}')"
}

# The reasons of the last run.
why() {
	clerk fees why "$(sql -c "select max(id) from council.fee_run")" "$person" --body "$town"
}

# A statute from standard input into force for the town, which may be asked for several times (editions).
statute() { # NAME [FROM]
	{
		printf 'statute %s\ntitle "Satzung"\nsource "Amtsblatt"\nvalid from %s\n' "$1" "${2:-01.01.2025}"
		cat
	} >"$work/$1.statute"
	clerk statute load --in-force --replace --body "$town" "$work/$1.statute" >"$work/load" 2>&1 || sed 's/^/# /' "$work/load"
}
