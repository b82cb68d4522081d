#!/usr/bin/env bash
# The screens of the fee clerk over the demonstration: runs, reasons, gaps; facts; statutes; payment and year.
. "$(dirname "$0")/../lib/run.sh"
start_database
cd "$work"
options=

# as ACCOUNT DESCRIPTION: the script on standard input, on what the database has by then.
as() {
	# shellcheck disable=SC2086
	out=$(PGUSER=$1 "$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 $options 2>&1)
	ok "$2"
	[ "$failures" -eq "${seen_failures:-0}" ] || printf '%s\n' "$out" | grep -v '^[0-9]* Tasten' | head -n 60 | sed 's/^/# /'
	seen_failures=$failures
}

as sitzungsgeld "a dry run: blocked persons first, then those with a note, money at the right" <<'K'
E
@expect Sitzungsgeld
@expect Keine Einträge
n<Tab><BackTab>1.9.<F2>
@expect Gespeichert
@expect Probe              1     12.338,60
@expect 38 Personen  16 mit Hinweis  2 gesperrt (Çelik: angehalten;
<Enter>
@expect SITZUNGSGELD Lauf 2026-09 Probe 1  12.338,60  Vorm. 0,00
@expect > Çelik, Leyla   SPD      1  1  0,0    0    292,00  +292,00 ! angehalten
@expect 38 geprüft  16 Hinweise  2 gesperrt
K
as sitzungsgeld "why: every item with paragraph, presence, rate" <<'K'
E<Enter>/müller<Enter><Enter>
@expect Warum: Müller, Claudia
<PgDn>
@expect Verdienstausfall auf Nachweis  97,50
@expect Grundlage: § 4 Abs. 2, Entschädigungssatzung der Stadt Musterstadt
@expect Beleg: Bescheinigung des Arbeitgebers
q
@expect Filter: müller
K
as sitzungsgeld "gaps: what blocks first" <<'K'
E<Enter>g
@expect Lücken und Auffälliges
@expect > ! Çelik, Leyla
@expect Anschrift ungeklä
K
as sitzungsgeld "sorted by amount, and by name" <<'K'
E<Enter>S
@expect Person▲
@expect > Adeyemi, Ngozi
SR
@expect Betrag▼
@expect > Sommer, Ina
K
as sitzungsgeld "calculated anew in the list: another attempt, the same place" <<'K'
E<Enter><Down><Down>p
@expect Neu gerechnet
@expect Probe 2  12.338,60
@expect > Asmussen, Finn
K
as sitzungsgeld "committing asks; whoever committed does not release" <<'K'
E<Enter>f
@expect Diese Probe festschreiben?
n
@expect Nicht getan
fj
@expect Festgeschrieben. Freigeben muss jemand anders.
@expect Lauf 2026-09 festgeschrieben
f
@expect zur Zahlung freigeben?
j
@expect die Freigabe gibt jemand anders
K
as kasse "somebody else releases" <<'K'
E<Enter>fj
@expect Freigegeben; er kann gezahlt werden.
f
@expect Dieser Lauf ist freigegeben
K
is "$(sql -c "select state || ' ' || committed_by || ' ' || released_by from council.fee_run")" "released sitzungsgeld kasse" "two persons stand in the run"
as sitzungsgeld "a released run is not dropped; the difference run is empty" <<'K'
Evj
@expect nicht in dem Zustand
p
@expect Neu gerechnet
@expect Probe              1          0,00
<Home>vj
@expect Verworfen
K
for who in leserin gast verwaltung; do
	as "$who" "$who sees no run, and is told why" <<'K'
E
@expect dafür fehlt die Berechtigung
@refuse 12.338
K
done
options=--linear
as sitzungsgeld "in lines: head, row and foot are said" <<'K'
E<Enter>
K
options=
has "$out" "Betrag: 292,00" "the amount of the selected person"
has "$out" "SITZUNGSGELD Lauf 2026-09 freigegeben" "the head line"
has "$out" "2 gesperrt" "the foot line"

done_testing
