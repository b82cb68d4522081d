#!/usr/bin/env bash
# Statutes written and changed on the screen: parts and whole texts through the parser of files; new ones, copies, editions; days in the
# middle of another's; drafts deleted.
. "$(dirname "$0")/../lib/run.sh"
start_database
cd "$work" || exit 99
options=

# as ACCOUNT DESCRIPTION: the script on standard input, on what the database has by then.
as() {
	# shellcheck disable=SC2086
	out=$(PGUSER=$1 "$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 $options 2>&1)
	ok "$2"
	[ "$failures" -eq "${seen_failures:-0}" ] || printf '%s\n' "$out" | grep -v '^[0-9]* Tasten' | head -n 60 | sed 's/^/# /'
	seen_failures=$failures
}
text_of() { sql -c "select api.statute_text(s.id) from council.statute s where s.name || '/' || s.edition = '$1'"; }

as sitzungsgeld "all parts of a statute are there, also those that say nothing yet" <<'K'
Emwp
@expect Teile der Satzung: Entschädigungssatzung der St
@expect Kopf und Wahl
@expect deputy_mayor, group_chair
@expect Höchstgrenzen
@expect Fahrkosten
K
as sitzungsgeld "a rule in its words: faults stand below it with their lines, what was typed stays" <<'K'
Emwl<Down><Down><Down>e
@expect Teil der Satzung im Wortlaut
@expect rule council_meeting "Sitzungsgeld"
<End><Enter>limit day factr 2<Enter>who mayr<F2>
@expect 2 Fehler im Text; nichts ist gespeichert
@expect Zeile 2: unbekanntes Wort „factr“ (erlaubt: count, factor, amount,
@expect Zeile 3: unbekanntes Wort „mayr“
@expect │limit day factr 2
<^E>
@dump e
q<Up><End><Enter>paragraph "x"<F2>
@expect Zeile 5: „paragraph“ steht doppelt in der Regel (zuerst in Zeile 2)
@dump f
<Esc>
@expect Änderungen verwerfen?
K
as sitzungsgeld "mended, what changes is shown, then stored; nothing else changes" <<'K'
Emwl<Down><Down><Down>e
<Down><Down><End><Enter>who function deputy_mayor<Enter>except expert_citizen of committee<Enter>limit day count 2<F2>
@expect Was sich ändert; F2 speichert
@dump g
<F2>
@expect Gespeichert.
@expect > Sitzungsgeld
@dump h
K
text_of musterstadt_2025/1 
printf '%s\n' "$out"
done_testing
