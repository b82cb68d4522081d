#!/usr/bin/env bash
# Minutes, excerpts and overviews as they are read: the texts of four meetings
# against tests/run/expected, the public part against marked words, HTML and PDF.
#
#     tests/run/60-minutes.sh           compares
#     tests/run/60-minutes.sh --write   writes the expected texts anew
. "$(dirname "$0")/../lib/run.sh"
start_database
export PGUSER=schriftfuehrung
expected=$TOP_SRCDIR/tests/run/expected
write=${1:-}

# meeting KEYS ID: plays it on a fresh database.
meeting() {
	reset_database
	"$RATSTISCH" --script "$TOP_SRCDIR/tests/run/$1.keys" --size 80x24 table "$2" >"$work/out" 2>&1
	ok "$1 is played"
	grep -v '^[0-9]* Tasten' "$work/out" | sed 's/^/# /'
	"$RATSTISCH" check "$2" >"$work/out" 2>&1
	ok "$1: the ledger is whole, both homes agree"
	[ "$(cut -f1 "$work/out")" = ok ] || sed 's/^/# /' "$work/out"
}

# text NAME ID OPTIONS: one document as text.
text() {
	name=$1 id=$2
	shift 2
	"$RATSTISCH" minutes "$id" "$@" >"$work/$name" 2>&1
	[ "$write" = --write ] && cp "$work/$name" "$expected/$name.txt"
	diff "$expected/$name.txt" "$work/$name" >"$work/difference"
	ok "$name is as expected"
	head -n 30 "$work/difference" | sed 's/^/# /'
}

# Nobody outside finds a marked word; those inside do.
secrets='MARDER|Flurstück|Tiefbauamt|26-033[12]|385\.000'
keeps_secret() { # ID
	for document in minutes excerpts overview history; do
		for format in text html; do
			"$RATSTISCH" minutes "$1" --public --document $document --format $format >"$work/one" 2>&1
			! grep -nE "$secrets" "$work/one"
			ok "$document as $format: nothing of a non-public item in the public part"
			[ -s "$work/one" ]
			ok "$document as $format: and it is not empty"
		done
	done
	"$RATSTISCH" minutes "$1" --nonpublic >"$work/one"
	is "$(grep -oE "$secrets" "$work/one" | sort -u | wc -l)" 6 "the non-public part has all of it"
	lacks "$(cat "$work/one")" "Schulstraße" "and no item of the public part"
}

# rank FILE: headings begin with one h1 and skip no rank.
headings_fit() {
	grep -oE '<h[1-6]' "$1" | tr -dc '1-6\n' |
		awk 'NR == 1 && $1 != 1 || NR > 1 && ($1 == 1 || $1 > last + 1) { bad = 1 } { last = $1 } END { exit bad || !NR }'
}

well_formed() { # ID OPTIONS
	"$RATSTISCH" minutes "$@" --format html >"$work/one.html"
	grep -q '<html lang="de"' "$work/one.html"
	ok "HTML $*: says its language"
	headings_fit "$work/one.html"
	ok "HTML $*: one heading of the first rank, none skipped"
	is "$(grep -c '<table' "$work/one.html")" "$(grep -c '<caption' "$work/one.html")" "HTML $*: every table has its caption"
	! grep -E '<th' "$work/one.html" | grep -E '<th(>| [^s])' >/dev/null
	ok "HTML $*: every header cell says its scope"
	if command -v xmllint >/dev/null 2>&1; then
		# The HTML parser of libxml2 is older than <main>.
		xmllint --html --noout "$work/one.html" 2>&1 | grep -E 'error|warning' | grep -v 'Tag main invalid' >"$work/difference"
		[ ! -s "$work/difference" ]
		ok "HTML $*: well formed"
		sed 's/^/# /' "$work/difference"
	fi
}

meeting reference 1
text reference-public 1 --public
text reference-overview 1 --document overview
text reference-excerpt-9 1 --item 9
well_formed 1

meeting opening 1
text opening 1

meeting minutes 1
text minutes 1
text minutes-public 1 --public
text minutes-overview 1 --document overview
text minutes-history 1 --document history --public
keeps_secret 1
well_formed 1
well_formed 1 --public --document excerpts
well_formed 1 --document overview
for account in gast leserin sitzungsgeld; do
	for document in minutes excerpts overview history; do
		PGUSER=$account "$RATSTISCH" minutes 1 --document $document >"$work/one" 2>"$work/errors"
		is "$?$(cat "$work/one")" 1 "$account gets no $document of a meeting whose ledger it may not read"
		! grep -E "$secrets" "$work/errors"
		ok "$account: and no word of it in the refusal"
	done
	PGUSER=$account "$RATSTISCH" check 1 >"$work/one" 2>&1
	is $? 1 "$account may not check it"
	! grep -E "$secrets" "$work/one"
	ok "$account: and learns nothing by trying"
done
is "$(grep -c '^Stimmberechtigte Mitglieder$' "$work/minutes")" 1 "no caption repeats its heading"
if command -v weasyprint >/dev/null 2>&1 && command -v pdfinfo >/dev/null 2>&1; then
	"$RATSTISCH" minutes 1 --public --format pdf -o "$work/minutes.pdf"
	ok "the public part as PDF"
	structure=$(pdfinfo -struct "$work/minutes.pdf" 2>/dev/null)
	for tag in H1 H2 H3 Table TH TD L LI; do
		printf '%s\n' "$structure" | grep -qw "$tag"
		ok "the PDF has the tag $tag"
	done
	! pdftotext "$work/minutes.pdf" - | grep -E "$secrets"
	ok "nothing non-public in the PDF"
fi

reset_database
PGUSER=postgres sql -c "update council.organization set kind_of_minutes = 'results' where id = (select organization_id from council.meeting where id = 10)"
sql -d postgres -c "drop database musterstadt" -c "create database musterstadt template $PGDATABASE" >/dev/null
meeting committee 10
text committee-results 10
lacks "$(cat "$work/committee-results")" "Verlauf, der" "minutes of results hold no course"

# KVG LSA section 56: the majority is one of the members present; in the second ballot the most votes win.
reset_database
PGUSER=postgres sql -c "update council.body set rule_set_id = (select id from council.rule_set where name ~ 'Sachsen-Anhalt')"
play >"$work/out" <<'K'
<Enter><Enter>
WKrämer=16 Öztürk=10 Sommer=2 enth=6<Enter>
WKrämer=16 Öztürk=14 Sommer=2<Enter>
K
ok "an election in Sachsen-Anhalt is played"
is "$(PGUSER=postgres sql -c "select string_agg(outcome || ': ' || text, '; ' order by seq) from council.meeting_event where kind = 'election'")" \
	"runoff: Krämer, Öztürk, Sommer; elected: Krämer" "16 of 28 valid votes of 34 present are no majority, in the second ballot they win"
done_testing
