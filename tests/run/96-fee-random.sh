#!/bin/bash
# Random histories of fees under several statutes: running twice changes nothing; differences end at a fresh calculation; committed
# items stay; items = dues = files; the order in which facts were entered does not matter. FEE_ROUNDS (9) municipalities of 60
# people each, FEE_SEED to play a certain one again.
. "$(dirname "$0")/../lib/run.sh"
without_fees=yes
start_database
. "$(dirname "$0")/../lib/fees.sh"
rounds=${FEE_ROUNDS:-9} towns=$TOP_SRCDIR/tests/data/statutes
seed=${FEE_SEED:-$((RANDOM * 2 + 1))}
people=60
echo "# FEE_SEED=$seed"

histories=0
for round in $(seq "$rounds"); do
	town="Zufall$round"
	town "$town" NW 45000
	case $((round % 9)) in
	0) in_force "$statutes/nrw_2024.statute" "$statutes/herdecke_2024.statute" ;;
	1) in_force "$statutes/sachsen_anhalt_beispiel.statute" ;;
	2) in_force "$statutes/koennern_2025.statute" ;;
	3) in_force "$towns/westheide_land_2025.statute" "$towns/westheide_2025.statute" ;;
	4) in_force "$towns/bergkirch_2025.statute" ;;
	5) in_force "$towns/elbhof_2025.statute" ;;
	6) in_force "$towns/mainfels_2025.statute" ;;
	7) in_force "$towns/niederbruch_2025.statute" ;;
	8) in_force "$towns/seedorf_2025.statute" ;;
	esac
	sql -v town="$town" -v seed=$((seed + round)) -v people=$people -v months=$((2 + round % 4)) \
		-f "$TOP_SRCDIR/tests/lib/random-fees.sql" >"$work/round" 2>&1
	ok "round $round plays to its end" || true
	[ "$(grep -c '^ok' "$work/round")" -ge 7 ] || sed 's/^/# /' "$work/round" | tail -n 12
	while read -r line; do
		case $line in
		"ok "*) true; ok "round $round: ${line#ok }" ;;
		"not ok "*) false; ok "round $round: ${line#not ok }" ;;
		"histories "*) histories=$((histories + ${line#histories })) ;;
		esac
	done <"$work/round"
done
echo "# $histories histories"
done_testing
