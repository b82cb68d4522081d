#!/usr/bin/env bash
# The attendance of eight real sittings through the ledger, paid by two statutes, and each amount compared with a calculation of its own
# (Perl, from the files, in cents): a lump sum with a fee for each meeting, and brackets by duration with limits of day and
# year. Then the simulation of the second over the months paid by the first, and the second put into force backwards: the same differences.
. "$(dirname "$0")/../lib/run.sh"
RATSTISCH_REAL=${RATSTISCH_DATA:-$TOP_SRCDIR/../shared/data}/real/magdeburg
export RATSTISCH_REAL
if [ ! -r "$RATSTISCH_REAL/registry.json" ]; then
	echo "1..0 # SKIP the folder of real records is not there (RATSTISCH_DATA)"
	exit 0
fi
"$server" --data "$work/server" start || exit 99
eval "$("$server" --data "$work/server" env)"
PGUSER=postgres "$RATSTISCH" init >/dev/null || exit 99
sql -f "$TOP_SRCDIR/tests/run/real/load.sql" -f "$TOP_SRCDIR/tests/run/real/attendance.sql" <"$RATSTISCH_REAL/votes-outcome.csv" >/dev/null || exit 99
sql >/dev/null <<SQL || exit 99
select api.add_administrator('$PGUSER', 'Schriftführung');
insert into council.permission (account_id, role) select a.id, r from council.account a cross join unnest(array['minute_taker', 'fee_clerk']) r where a.login = '$PGUSER';
insert into council.legislative_term (body_id, name, valid) values (1, 'Wahlperiode', '[2019-07-01,2024-07-01)');
SQL

psql -XqAt -v ON_ERROR_STOP=1 >"$work/ledger" 2>&1 <<'SQL'
select api.send_agenda(m.id, ''), api.take_pen(m.id, '00000000-0000-4000-8000-00000000fee2', true) from generate_series(1, 8) m (id);
select api.append_event(gen_random_uuid(), e.meeting_id, council.micros(e.at), council.micros(e.at), e.kind, null, e.person_id, null, null, null, null,
  null, null, null, null, case e.kind when 'open' then 57 end, null, null, null, null, null, null, null, null, null, e.persons, null, null, null, null,
  '00000000-0000-4000-8000-00000000fee2')
from (select * from real.event order by meeting_id, at, rank, person_id) e;
SQL
ok "the sittings go through the ledger"
grep FEHLER "$work/ledger" | sed 's/^/# /'
is "$(sql -c "select count(*) from council.sitting where closed_at is not null")" 8 "eight sittings ended"
for meeting in 1 2 3 4 5 6 7 8; do
	"$RATSTISCH" check $meeting >/dev/null
	ok "ledger and projections of sitting $meeting agree"
	"$RATSTISCH" fees confirm $meeting >/dev/null
	ok "its attendance is confirmed"
done

cat >"$work/pauschale.statute" <<'S'
statute pauschale
title "Pauschale und Sitzungsgeld"
source "erfunden"
valid from 01.07.2022
rule lump "Aufwandspauschale"
  paragraph "§ 2"
  who member of council
  pay monthly
  amount 187,00
  prorata thirtieth
rule fee "Sitzungsgeld"
  paragraph "§ 3"
  who member of council
  pay meeting
  meetings council
  amount 16,50
S
cat >"$work/staffel.statute" <<'S'
statute staffel
title "Sitzungsgeld nach Dauer"
source "erfunden"
valid from 01.07.2022
rule fee "Sitzungsgeld nach Dauer"
  paragraph "§ 3"
  who member of council
  pay meeting
  meetings council
  bracket to 120 minutes 13,35
  bracket to 240 minutes 27,70
  bracket above 44,10
  duration before 15 after 15
  limit day amount 40,00
  limit year amount 231,25
S

# The same in Perl: persons as numbered in the register, cents.
perl -MJSON::PP -e '
	my ($folder) = @ARGV;
	sub slurp { local $/; open my $f, "<", $_[0] or die "$_[0]: $!"; decode_json(<$f>) }
	my %id; my $n = 0; my (%lump, %fee, %bracket, %year, %seen);
	my %days = ("2022-09" => 30, "2022-10" => 31, "2022-11" => 30, "2022-12" => 31, "2023-01" => 31);
	for my $p (@{slurp("$folder/registry.json")->{persons}}) {
		$id{$p->{name}} = ++$n;
		my ($from, $to) = ($p->{start} // "2019-07-01", $p->{end} // "9999-12-31");
		for my $m (sort keys %days) {
			my $first = $from gt "$m-01" ? $from : "$m-01";
			my $last = sprintf("%s-%02d", $m, $days{$m}); $last = $to if $to lt $last;
			next if $first gt $last;
			my $without = $days{$m} - (substr($last, 8) - substr($first, 8) + 1);
			$lump{$n} += int((18700 * (30 - $without < 0 ? 0 : 30 - $without)) / 30 + 0.5);
		}
	}
	for my $file (sort glob("$folder/*/session-scan.json")) {
		my ($day) = $file =~ m{([0-9-]+)/session-scan};
		my (%first, %last, $begin, $end);
		for my $v (@{slurp($file)}) {
			my ($h, $m, $s) = split /:/, $v->{videoTimestamp};
			my $at = 3600 * $h + 60 * $m + $s;
			for my $x (@{$v->{votes}}) {
				next unless $x->{vote} =~ /^[JNE]$/;
				my $p = $id{$x->{name}} or die $x->{name};
				$first{$p} = $at if !defined $first{$p} || $at < $first{$p};
				$last{$p} = $at if !defined $last{$p} || $at > $last{$p};
				$begin = $at if !defined $begin || $at < $begin;
			}
		}
		for my $p (keys %first) {
			my $since = $first{$p} == $begin ? 0 : int($first{$p} / 60);
			my $minutes = int($last{$p} / 60) - $since;
			$minutes += 30 if $minutes > 0;
			my $amount = $minutes <= 120 ? 1335 : $minutes <= 240 ? 2770 : 4410;
			$amount = 4000 if $amount > 4000;
			my $year = substr($day, 0, 4);
			my $left = 23125 - ($year{$p, $year} // 0);
			$amount = $left if $amount > $left;
			$year{$p, $year} += $amount;
			$bracket{$p} += $amount;
			$seen{$amount}++;
			$fee{$p} += 1650;
		}
	}
	for my $p (1 .. $n) {
		my ($a, $b) = (($lump{$p} // 0) + ($fee{$p} // 0), $bracket{$p} // 0);
		printf "%d|%.2f|%.2f|%.2f\n", $p, $a / 100, $b / 100, ($b - $a) / 100 if $a || $b;
	}
	print STDERR scalar(grep { $seen{$_} } 1335, 2770, 4000), " ", scalar(grep { $_ != 1335 && $_ != 2770 && $_ != 4000 } keys %seen) > 0 ? 1 : 0, "\n";
	' "$RATSTISCH_REAL" >"$work/wanted" 2>"$work/seen"
is "$(cat "$work/seen")" "3 1" "all brackets occur, and the limit of the year cuts some"
is "$(wc -l <"$work/wanted")" 58 "58 of 59 persons are owed something"
awk -F'|' '{ a += $2; b += $3 } END { printf "# first statute %.2f, second %.2f\n", a, b }' "$work/wanted"

"$RATSTISCH" statute load --in-force "$work/pauschale.statute" >/dev/null
"$RATSTISCH" statute load "$work/staffel.statute" >/dev/null
"$RATSTISCH" fees run 2022-09 5 --format csv >"$work/run.csv" 
ok "five months by the first statute"
run=$(sql -c "select max(id) from council.fee_run")
is "$(sql -c "select count(*) from council.fee_gap where run_id = $run and blocks")" 0 "nothing missing"
# What persons get by a run: id|amount.
sums() { sql -c "select person_id, $2 from council.fee_run_person where run_id = $1 and ($2) <> 0 order by person_id"; }
is "$(sums "$run" amount)" "$(cut -d'|' -f1,2 "$work/wanted")" "each of them to the cent"
"$RATSTISCH" fees commit "$run" >/dev/null
ok "committed"

"$RATSTISCH" fees simulate staffel 2022-09 5 --format csv >"$work/simulation.csv" 
ok "the second statute simulated"
simulation=$(sql -c "select max(id) from council.fee_run")
is "$(sums "$simulation" amount)" "$(awk -F'|' '$3 > 0 { print $1 "|" $3 }' "$work/wanted")" "what it costs, each to the cent"
is "$(sums "$simulation" before)" "$(cut -d'|' -f1,2 "$work/wanted")" "beside what was paid"
is "$(sums "$simulation" difference)" "$(cut -d'|' -f1,4 "$work/wanted")" "and the difference"
is "$(sed 1d "$work/simulation.csv" | wc -l)" 58 "the shell shows them all"

"$RATSTISCH" statute load --in-force --replace "$work/staffel.statute" >/dev/null
ok "the second statute in force from the beginning"
"$RATSTISCH" fees run 2023-02 --format csv >"$work/run.csv" 
ok "the next month has the differences"
is "$(sums "$(sql -c "select max(id) from council.fee_run")" amount)" "$(cut -d'|' -f1,4 "$work/wanted")" "those of the simulation"
done_testing
