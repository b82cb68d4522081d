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
@expect further)
q<Up><End><Enter>paragraph "x"<F2>
@expect 3 Fehler im Text
@expect Zeile 5: „paragraph“ steht doppelt in der Regel (zuerst in Zeile 2)
<Esc>
@expect Änderungen verwerfen?
K
as sitzungsgeld "mended, what changes is shown, then stored" <<'K'
Emwl<Down><Down><Down>e
<Down><Down><End><Enter>who function deputy_mayor<Enter>except expert_citizen of committee<Enter>limit day count 2<F2>
@expect Was sich ändert; F2 speichert
@expect Ausgabe 1 wird geändert.
@expect ~ Regel council_meeting: Sitzungsgeld
@expect Nicht: – → sachkundige Bürgerin
@expect Grenze: – → am Tag höchstens 2 Mal
q
@expect rule council_meeting
@refuse Gespeichert
<F2><F2>
@expect Gespeichert.
@expect > Sitzungsgeld
K
text_of musterstadt_2025/1 >now
has "$(cat now)" "  who member of council
  who function deputy_mayor
  except expert_citizen of committee
  pay meeting" "the database has it"
as sitzungsgeld "a bracket instead of an amount, a vehicle; nothing is stored where nothing is changed" <<'K'
Emwl<Down><Down><Down><Down>e
<Down><Down><Down><Down><End>
<^W><^W><^W>bracket to 120 minutes 0,5 x rate fee<Enter>bracket above rate fee<F2>
@expect bis 120 Minuten
<F2>
@expect Gespeichert.
<End>e
@expect vehicle bicycle 0,20
<End><Enter>vehicle motorcycle 0,25<F2><F2>
@expect Gespeichert.
e<F2>
@expect Nichts ist geändert.
@expect vehicle motorcycle 0,25
K
text_of musterstadt_2025/1 >now
has "$(cat now)" "  bracket to 120 minutes 0,5 x rate fee
  bracket above rate fee
  meetings committee" "brackets"
has "$(cat now)" "  vehicle motorcycle 0,25" "a vehicle"
as sitzungsgeld "functions, caps, tax classes, the choice of rules: parts like any other; what another part says of it is named there" <<'K'
Emwp<Down>
<Enter><^K><Del><F2>
@expect Regel deputy_mayor, Zeile 3: die Funktion „deputy_mayor“
@expect Regel council_meeting, Zeile 4:
<^Z><^Z><End><Enter>function carer "betreut Kinder"<F2><F2>
@expect Gespeichert.
@expect deputy_mayor, carer, group_chair
<Down><Enter>tax_class care "Betreuung" paragraph "§ 6" free all<Enter><F2><F2>
@expect care, statutory
<Down><Down><Enter>cap many "Obergrenze" paragraph "§ 7" month amount 500,00<F2><F2>
@expect > Höchstgrenzen    many
<Home><Enter><End><Enter>based_on nrw_2024<F2>
@expect die Satzung „nrw_2024“
<Esc>j
K
as sitzungsgeld "a new rule behind the others, and one that falls away because its text is empty" <<'K'
Emwl
n
@expect rule neue_regel "Bezeichnung"
<F2>
@expect Regel neue_regel: Bezeichnung
<F2>
@expect Gespeichert.
@expect Bezeichnung
<End>e<^K><^K><^K><^K><^K><^K><^K><^K><^K><^K><^K><^K><F2>
@expect - Regel neue_regel
<F2>
@expect Gespeichert.
@refuse Bezeichnung
K
# Somebody else was faster.
mkfifo keys
PGUSER=sitzungsgeld "$RATSTISCH" --script keys --size 80x24 --now 2026-10-14T18:00 >collided 2>&1 &
pid=$!
exec 8<>keys
printf '%s\n' 'Emwle<End><Enter>limit month amount 300,00' '@dump there' >&8
until_true grep -q -- '--- there ---' collided
sql -c "update council.fee_rule set paragraph = '§ 2 Abs. 9' where name = 'council'"
printf '%s\n' '<F2>' '@expect Je Feld wählen' '@expect m meine' '@expect t deren' 'm<F2>' '@expect Was sich ändert' '<F2>' '@expect Gespeichert.' >&8
exec 8>&-
wait "$pid"
ok "what somebody else stored meanwhile is shown beside what was typed; one of both is chosen"
is "$(sql -c "select paragraph from council.fee_rule where name = 'council'")" "§ 2 Abs. 1" "mine was"

# Paid by: a new edition.
as sitzungsgeld "a month is committed" <<'K'
En1.9.<Tab><Tab><F2><Enter>fj
@expect Festgeschrieben
K
text_of musterstadt_2025/1 >before
as sitzungsgeld "what was paid by stays: the change is another edition, and the lists go on with it" <<'K'
Emwl<End>e
<End><Enter>limit day amount 50,00<F2>
@expect Nach Ausgabe 1 ist schon abgerechnet: Gespeichert wird eine neue Ausgabe, als
<F2>
@expect Gespeichert als Entwurf, Ausgabe 2
@expect > Fahrkosten
e
@expect limit day amount 50,00
<F2>
@expect Nichts ist geändert.
<Esc>q
@expect 2 Entwurf
@expect 1 in Kraft
K
text_of musterstadt_2025/1 >after
cmp before after
ok "the edition that was paid by is as it was"
has "$(text_of musterstadt_2025/2)" "  limit day amount 50,00" "the new one has the change"
as sitzungsgeld "only the newest edition is changed" <<'K'
Emw<Down>l<End>e<End><Enter>confirm "x"<F2>
@expect von dieser Satzung gibt es eine neuere Ausgabe
@expect │confirm "x"
K

# New ones.
as sitzungsgeld "a new statute: what is missing is named with its line; then it is shown as people read it, and stored" <<'K'
Emwn
@expect Neue Satzung
@expect statute satzung_2026
<F2>
@expect Zeile 3: der Text ist leer (Fundstelle)
<End><Backspace>Amtsblatt 1/2026"<F2>
@expect Eine neue Satzung, als Entwurf
@expect Entschädigungssatzung, Stadt Musterstadt
q
@expect source "Amtsblatt 1/2026"
<F2><F2>
@expect Gespeichert als Entwurf, Ausgabe 1
@expect > Entschädigungssatzung
K
has "$(text_of satzung_2026/1)" 'rule fee "Sitzungsgeld"' "it is stored"
as sitzungsgeld "a copy of another one: name and time are those after it, amounts of the time before are left; a name that is taken is refused" <<'K'
Emw<Down><Down>c
@expect statute musterstadt_2026
@expect valid from 01.01.2026
@refuse 12,82
<End><Backspace>5<F2>
@expect Eine neue Satzung
<F2>
@expect die Satzung "musterstadt_2025" gibt es schon
<Backspace>6<F2><F2>
@expect Gespeichert als Entwurf, Ausgabe 1
@expect ab 01.01.2026
K
lacks "$(text_of musterstadt_2026/1)" "12,82" "what ended before it is not in it"
has "$(text_of musterstadt_2026/1)" "until 31.12.2026 13,90" "what goes on is"
as sitzungsgeld "a stored statute keeps its name; the whole text is edited like a part" <<'K'
Emwt
@expect statute musterstadt_2026
<End>x<F2>
@expect Zeile 1: der Name bleibt „musterstadt_2026“
<End><Backspace><Down><End><Backspace> ab 2026"<F2>
@expect Bezeichnung: Entschädigungssatzung der Stadt Musterstadt →
<F2>
@expect Gespeichert.
K
is "$(sql -c "select title || ' ' || edition from council.statute where name = 'musterstadt_2026'")" \
	"Entschädigungssatzung der Stadt Musterstadt ab 2026 1" "not paid by: the same edition"
# What a statute stands on is looked up.
PGUSER=sitzungsgeld "$RATSTISCH" statute load "$TOP_SRCDIR/statutes/nrw_2024.statute" "$TOP_SRCDIR/statutes/herdecke_2024.statute" >/dev/null
as sitzungsgeld "the choice of rules, checked with the statute below" <<'K'
Emw/herdecke<Enter>p<Enter>
@expect with council_partial
<Down><Down><Down><Down><Down><Down><End><Enter>without no_such_rule<F2>
@expect Zeile 7: in der Satzung darunter die Regel „no_such_rule“
<End><^W>borough_full<F2>
@expect Entfällt: – → „Vollpauschale der Bezirksvertretung“
<F2>
@expect Gespeichert.
K
has "$(text_of herdecke_2024/1)" "without borough_full" "it is stored"

as sitzungsgeld "what stands on a statute and would no longer be right is told before it is stored" <<'K'
Emw/verordnung<Enter>l/sitzungsgeld der rats<Enter>e
@expect rule council_meeting "Sitzungsgeld der Ratsmitglieder"
<^K><^K><^K><^K><^K><^K><^K><^K><^K><^K><^K><^K><^K><^K><^K><^K><F2>
@expect - Regel council_meeting
@expect Was auf ihr steht, hätte dann Fehler:
@expect herdecke_2024.statute:
@expect die Regel „council_meeting“ gibt es nicht
q<Esc>
@expect Änderungen verwerfen?
K

# In the middle of another's days.
as sitzungsgeld "a copy for one month, put into force in the middle of the other; that one holds before and after" <<'K'
Emw/muster<Enter><End>c
@expect statute musterstadt_2027
<Down><Down><Down><Home><^K>valid from 01.03.2027 until 31.03.2027<F2>
@expect Eine neue Satzung
<F2>
@expect Gespeichert als Entwurf
@expect 01.03.2027–31.03.2027
i
@expect Diese Satzung in Kraft setzen?
j
@expect in dieser Zeit gilt schon eine andere Satzung
I
@expect Andere Satzungen gelten dann nur noch davor und danach
j
@expect In Kraft; andere gelten nur noch davor und danach
K
has "$(PGUSER=sitzungsgeld "$RATSTISCH" statute list)" "musterstadt_2025/1  in Kraft ab 01.01.2025 bis 28.02.2027, ab 01.04.2027" "two parts"

as sitzungsgeld "the head says for which days it holds; what is changed there is no longer the file" <<'K'
Emw/muster<Enter><End><Enter>
@expect In Kraft     01.01.2025–28.02.2027, ab 01.04.2027
<Esc><Home><Down><Enter>
@expect Gilt         ab 01.01.2026
 neu<F2>
@expect Gespeichert.
K
is "$(sql -c "select title || octet_length(file_sha256) from council.statute where name = 'musterstadt_2026'")" \
	"Entschädigungssatzung der Stadt Musterstadt ab 2026 neu0" "a file loaded again would take its place"

# Drafts go.
as sitzungsgeld "what is in force is not deleted, a draft is, after a question" <<'K'
Emw/muster<Enter><Home><Del>
@expect „musterstadt_2027“ löschen?
j
@expect diese Satzung gilt; sie wird nicht gelöscht
wj
@expect Zurückgenommen
<Del>j
@expect Gelöscht
@refuse 01.03.2027
K
is "$(sql -c "select count(*) from council.statute where name = 'musterstadt_2027'")" 0 "it is gone"

# The other language, the other face, other accounts.
export LANGUAGE=en
as sitzungsgeld "in English" <<'K'
Emw/ab 2026<Enter>p
@expect Parts of the statute
@expect Head and choice
qle<End><Enter>limit day factr 2<Enter>paragraph "x"<F2>
@expect faults in the text: 2; nothing is saved
@expect Line 2: unknown word “factr”
@expect Line 4: “paragraph” stands twice
<^K>limit year amount 3000,00<Down><Home><^K><F2>
@expect What changes
@expect Edition 1 is changed.
<F2>
@expect Saved.
K
export LANGUAGE=de
mkdir own && { cat "$TOP_SRCDIR/screens/fee_rate.screen" && echo 'key F9 fee_store_statute "Speichern"'; } >own/fee_rate.screen
options="--screens $PWD/own"
as sitzungsgeld "what stores a part is for the forms of parts only, whatever somebody's own screens say" <<'K'
Emwr<Enter><F9>
@expect Das geht nur in seinem Formular.
<Esc>n<F9>
@expect Das geht nur in seinem Formular.
K
options=--linear
as sitzungsgeld "in lines: every fault is said" <<'K'
Emw/ab 2026<Enter>le<End><Enter>limit day factr 2<Enter>who mayr<F2>
K
options=
has "$out" "Fehler bei Text: Zeile 2: unbekanntes Wort „factr“" "the first"
has "$out" "; Zeile 3: unbekanntes Wort „mayr“" "and the second"
as gast "a guest sees no statute" <<'K'
E:fee_statutes<Enter>
@expect dafür fehlt die Berechtigung
@refuse Entschädigungssatzung
K
done_testing
