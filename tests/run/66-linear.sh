#!/usr/bin/env bash
# Linear mode: the reference meeting line by line, compared with what shall be
# said; what others do; lists and forms; other encodings. --write renews the text.
. "$(dirname "$0")/../lib/run.sh"
expected=$TOP_SRCDIR/tests/run/linear.expected
start_database

linear() { "$RATSTISCH" --linear --script - --size 80x24 --now 2026-10-14T18:00 "$@" 2>"$work/err"; }

# No byte that a terminal obeys but the line end.
plain() { # FILE DESCRIPTION
	! LC_ALL=C grep -qaP '[\x00-\x09\x0b-\x1f\x7f]' "$1"
	ok "$2"
}

"$RATSTISCH" --linear --script "$TOP_SRCDIR/tests/run/reference.keys" --size 80x24 table 1 >"$work/said" 2>"$work/keys"
ok "the reference meeting runs through"
[ "${1:-}" = --write ] && cp "$work/said" "$expected"
diff "$expected" "$work/said" >"$work/diff"
ok "and says what it shall say"
sed 's/^/# /' "$work/diff" | head -n 40
plain "$work/said" "without any control character"
! LC_ALL=C.UTF-8 grep -q '[─│┌┐└┘]' "$work/said"
ok "and without lines drawn"
linear_ledger=$(sql -c "select string_agg(concat_ws(' ', kind, at, yes, no, abstain, outcome, slot), E'\n' order by seq) from council.meeting_event where meeting_id = 1")
reset_database
"$RATSTISCH" --script "$TOP_SRCDIR/tests/run/reference.keys" --size 80x24 table 1 >/dev/null 2>"$work/keys2"
is "$linear_ledger" "$(sql -c "select string_agg(concat_ws(' ', kind, at, yes, no, abstain, outcome, slot), E'\n' order by seq) from council.meeting_event where meeting_id = 1")" \
	"the ledger is that of the pictures"
is "$(cat "$work/keys")" "$(cat "$work/keys2")" "with the same keys"

# ---- what typing would mean, errors, everything ----
reset_database
said=$(linear table 1 <<'KEYS'
<Enter><Enter>
+mül
@tick 2
<F5>
<Esc>
n99
@tick 1
<Esc>
-zim<Enter>
<F6>
q
KEYS
)
has "$said" "Müller, Claudia" "who is meant is said when the typing rests"
is "$(printf '%s\n' "$said" | grep -c 'Müller, Claudia')" 2 "once by itself, once more by F5"
lacks "$said" "= 99 statt" "while it does not rest nothing is said"
has "$said" "kommt> mül" "what was typed stays as a line"
has "$said" "Zimmermann (fehlt)" "F6 says who is missing"
has "$said" "ANWESEND 33/34" "and how many are there"
has "$said" "Sitzungstisch: Rat der Stadt Musterstadt, 41. Sitzung" "and where one is"

# The same refusal twice is said twice.
said=$(linear table 1 <<'KEYS'
ää
KEYS
)
is "$(printf '%s\n' "$said" | grep -c 'Taste ä ist hier nicht belegt')" 2 "a key that is refused again is heard again"

# ---- lists and forms ----
said=$(linear <<'KEYS'
G/haupt<Enter>
<Enter>
<Tab>
<^U>
<F2>
<Esc>j
KEYS
)
has "$said" "Gremien" "a list says its title"
has "$said" "Kürzel: HFA; Name: Haupt- und Finanzausschuss" "and the row as label and value"
has "$said" ", 1 von 1" "with its place"
has "$said" "Name*: Haupt- und Finanzausschuss" "a form says the field with its value"
has "$said" "Fehler bei Kürzel: " "and what is wrong with one"
is "$(printf '%s\n' "$said" | uniq -d | head -n 1)" "" "no line is said twice in a row"

# ---- others ----
reset_database
begin first
say '<Enter><Enter>' '@saved' '@dump ready'
seen ready
mkfifo "$work/second.in"
"$RATSTISCH" --linear --script "$work/second.in" --now 2026-10-14T18:00 table 1 >"$work/second" 2>&1 8>&- &
second=$!
exec 9<>"$work/second.in"
printf '%s\n' '@await TOP 1' '@stamp there' >&9
until_true grep -q '^--- there' "$work/second"
ok "a second terminal follows"
grep -q 'nur lesend\|hat den Stift' "$work/second"
ok "and says that it only follows"
# The first one goes on while a line is being typed at the second one.
printf '%s\n' '/schul' '@stamp typing' >&9
until_true grep -q '^--- typing' "$work/second"
say '-kow<Enter>' 'e' '@saved' '@dump done'
seen done
printf '%s\n' '@await einstimmig' 'e<Esc>' '@stamp end' 'q' >&9
exec 9>&-
wait "$second"
said=$(sed -n '/^--- typing/,$p' "$work/second")
has "$said" "Kowaltschuk geht (TOP 1)" "what others do is said as it comes"
has "$said" "stimmberechtigt 33" "and what follows from it"
has "$said" "TOP 1: einstimmig angenommen" "a result as one sentence"
has "$said" "schule" "the line being typed is whole"
lacks "$(sed -n '1,/^--- there/p' "$work/second")" "18:00 Sitzung eröffnet" "what was before it opened is not told again"
finish

# ---- chair and projector ----
said=$(linear chair 1 <<'KEYS'
@tick 1
q
KEYS
)
has "$said" "NÄCHSTER SCHRITT" "the chair hears the next step"
has "$said" "TOP 1" "and the item"
said=$(linear projector 1 <<'KEYS'
@tick 1
q
KEYS
)
has "$said" "Der Beamer ist dunkel." "the projector says that it is dark"

# ---- an account that sees no ledger ----
said=$(PGUSER=leserin linear table 1 <<'KEYS'
@dump picture
<F6>
q
KEYS
)
has "$said" "NUR TAGESORDNUNG" "a reader is told that she sees the agenda only"
has "$said" "nur die Tagesordnung zu sehen" "and why"
lacks "$said" "NICHT ERÖFFNET" "not that the meeting has not begun"
lacks "$said" "EINGELADEN" "nor who was invited"
lacks "$said" "ZURÜCKGESTELLT" "and what she may not read is not missing on the server"
lacks "$(linear table 1 <<<'q')" "ZURÜCKGESTELLT" "nor is it for the clerk afterwards"
lacks "$(PGUSER=gast linear table 1 <<<'q')" "NICHT ERÖFFNET" "the public role is refused"

# ---- encodings ----
printf 'q\n' >"$work/quit"
LC_ALL=C LANGUAGE= "$RATSTISCH" --linear --script "$work/quit" table 1 >"$work/ascii" 2>/dev/null
! LC_ALL=C grep -qaP '[^\x0a\x20-\x7e]' "$work/ascii"
ok "in C nothing but ASCII is put out"
has "$(cat "$work/ascii")" "LAEUFT" "umlauts are written out"
LC_ALL=xx_XX.ISO-8859-1 "$RATSTISCH" --linear --script "$work/quit" table 1 >"$work/latin" 2>/dev/null
LC_ALL=C grep -qa "L$(printf '\304')UFT" "$work/latin"
ok "in Latin-1 an umlaut is one byte"
! LC_ALL=C grep -qaP '[\x80-\x9f]' "$work/latin"
ok "and no byte is a control character"
LC_ALL=C "$RATSTISCH" --script "$work/quit" --dump table 1 >"$work/ascii" 2>/dev/null
! LC_ALL=C grep -qaP '[^\x0a\x20-\x7e]' "$work/ascii"
ok "pictures of scripts likewise"
{ LC_ALL=C LANGUAGE= "$RATSTISCH" --help; LC_ALL=C LANGUAGE= "$RATSTISCH" prüfe; } >"$work/ascii" 2>&1
! LC_ALL=C grep -qaP '[^\x0a\x20-\x7e]' "$work/ascii"
ok "usage and error messages too"
has "$(cat "$work/ascii")" "Unterbefehl" "which are there"
done_testing
