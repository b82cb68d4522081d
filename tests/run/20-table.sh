#!/usr/bin/env bash
# The meeting table, one capability after the other: keys in, picture and record out.
. "$(dirname "$0")/../lib/run.sh"
start_database

# scenario DESCRIPTION: keys with @expect lines from standard input, on a fresh meeting.
scenario() {
	reset_database
	out=$(play)
	ok "$1"
	printf '%s\n' "$out" | grep -v '^[0-9]* Tasten' | head -n 60 | sed 's/^/# /'
	"$RATSTISCH" check 1 >/dev/null
	ok "$1: ledger and projections agree"
}

events() { sql -c "select $1 from council.meeting_event where meeting_id = 1 order by seq"; }

scenario "absent before the opening, late arrival with its time" <<'K'
-zim, krank<Enter>
@expect Zimmermann (fehlt)
<Enter>
@expect BESCHLUSSFÄHIG 33 >= 18
+zim 1815<Enter>
@expect BESCHLUSSFÄHIG 34 >= 18
K
is "$(sql -c "select to_char(at, 'HH24:MI') from council.meeting_event where meeting_id = 1 and kind = 'arrive'")" 18:15 "the corrected time is kept"

# The meeting was planned for another day than it is held on.
reset_database
printf '<Enter><Enter>-zim 1905<Enter>\n' | "$RATSTISCH" --script - --size 80x24 --now 2026-10-16T19:00 table 1 >/dev/null 2>&1
is "$(sql -c "select to_char(at, 'YYYY-MM-DD HH24:MI') from council.meeting_event where meeting_id = 1 and kind = 'depart'")" "2026-10-16 19:05" "a typed time belongs to the day of the opening"

scenario "an ambiguous name is chosen by a digit, an unknown one is refused" <<'K'
<Enter>
-schm
@expect 1 Schm
@expect 2 Schm
2<Enter>
@expect BESCHLUSSFÄHIG 33
-niemand<Enter>
@expect Niemand heißt „niemand“
<Esc>
-13<Enter>
@expect Aydın (fehlt)
K

scenario "conflict of interest counts out and ends with the item" <<'K'
<Enter><Enter>
bkra, Anlieger<Enter>
@expect 33 >= 18   1 befangen
e
@expect einstimmig angenommen
<Enter>
@expect 34 >= 18
K
is "$(sql -c "select yes || ' of ' || entitled from council.meeting_event where meeting_id = 1 and kind = 'vote'")" "33 of 33" "the vote was taken by 33"

scenario "out for one item, substitute, seat given back" <<'K'
<Enter><Enter>
-mül.<Enter>
@expect Müller (nicht im Saal)
@expect 33 >= 18
<Enter>
@expect 34 >= 18
K

scenario "figures must add up; an override asks for a reason" <<'K'
<Enter><Enter>
n40<Enter>
@expect Zahlen weichen ab, Grund
<Enter>
@expect Ohne Grund
<Esc>
25 3<Enter>
@expect mehrheitlich angenommen (25 Ja, 3 Nein, 6 Enthaltungen)
<Enter>
30 3 0<Enter>Zählfehler laut Vorsitz<Enter>
@expect mehrheitlich angenommen (30 Ja, 3 Nein, 0 Enthaltungen)
K
is "$(events "coalesce(note, '-')" | tail -1)" "Zählfehler laut Vorsitz" "the reason stands in the record"

scenario "the vote grammar" <<'K'
<Enter><Enter>
E2<Enter>
@expect bei 2 Enthaltungen
<Enter>n3x1<Enter>
@expect 30 Ja, 3 Nein, 1 Enthaltung
<Enter>j4<Enter>
@expect abgelehnt (4 Ja, 30 Nein
<Enter>nquatsch<Enter>
@expect noch keine Abstimmung
<Esc>
S17 12 4 1<Enter>
@expect 17 Ja, 12 Nein, 4 Enth
K
is "$(sql -c "select count(*) from council.meeting_event where meeting_id = 1 and mode = 'secret' and (persons is not null or choices is not null)")" 0 "a secret vote keeps no names"

scenario "who may demand a secret ballot or a roll call; secret goes before" <<'K'
<Enter><Enter>
Dg6<Enter>
@expect reicht nicht
Dg7<Enter>
@expect reicht: geheim
Dn7<Enter>
@expect reicht: namentlich
Dn9 g7<Enter>
@expect geht der namentlichen vor
Dx<Enter>
@expect nötig 1/5
<Esc>
K

scenario "by group, each cell with its own split" <<'K'
<Enter><Enter>f<Tab>n3<Tab>x<Enter>
@expect 26 Ja, 3 Nein, 5 Enthaltungen
@expect Bürgermeisterin)
@expect dagegen: die Minderheit (SPD (3))
K

scenario "roll call: a seat that does not vote takes no letter" <<'K'
-ayd<Enter><Enter><Enter>N13n
@expect Platz 13 stimmt nicht mit ab
@expect Nein 0
14nn<Enter>
@expect 31 Ja, 2 Nein
K

scenario "election: majority of valid votes, run-off, lot" <<'K'
<Enter><Enter>
WKrämer=14 Öztürk=12 Sommer=6 enth=2<Enter>
@expect Stichwahl
WKrämer=16 Öztürk=16 enth=2<Enter>
@expect Los
WLos<Esc>
Wlos Krämer, gezogen von der Bürgermeisterin<Enter>
@expect gewählt
WA=99<Enter>
@expect mehr Stimmen als Stimmberechtigte
<Esc>
K

scenario "seats of lists, a tie is reported" <<'K'
<Enter><Enter>
Wdhondt 9 A=20 B=16 C=8 D=4<Enter>
@expect A 4, B 3, C 1, D 0
@expect durch Los zwischen A, B, C, D
K

scenario "amendments before the motion, then its numbers, then the whole" <<'K'
<Enter>g9<Enter>
csom<Enter>Ziffer 2: Tempo 30 statt Tempo 50.<Esc>
cspd<Enter>Tempo 20 im ganzen Abschnitt.<Esc>
@expect Abst. ÄA 1
C2<Enter>
@expect Abst. ÄA 2
n20<Enter>
@expect ÄA 2 SPD: abgelehnt
e
@expect ÄA 1 Frau Sommer: angenommen
#1<Enter>e
@expect Ziffer 1: einstimmig angenommen
#2<Enter>n5<Enter>
@expect Ziffer 2: mehrheitlich angenommen
e
@expect TOP 9: einstimmig angenommen
K

scenario "the voted wording and its difference; sentence of the result overridden with a reason" <<'K'
<Enter>g9<Enter>
t<Home> Zusatz.<Esc>
@expect {+
e
s<^U>bei Gegenstimmen angenommen<Enter><Enter>
@expect braucht einen Grund
Beschluss des Rates<Enter>
@expect bei Gegenstimmen angenommen
K

scenario "another majority for one vote" <<'K'
<Enter><Enter>M2<Enter>
@expect Mehrheit der gesetzlichen Mitglieder
n17<Enter>
@expect abgelehnt (17 Ja, 17 Nein
<Enter>M3<Enter>n12<Enter>
@expect abgelehnt (22 Ja, 12 Nein
<Enter>M9<Enter>
@expect 1 bis 6
<Esc>
K

scenario "course, verbatim, task, mark, closing text" <<'K'
<Enter><Enter>
iDie Verwaltung berichtet.<Esc>
@expect Die Verwaltung berichtet.
zkra<Enter>Ich stimme nicht zu.<Esc>
!Bauamt 30.11. Radweg prüfen<Enter>
@expect Bauamt bis 30.11.2026: Radweg prüfen
m
@expect offen: TOP 1
m
@refuse offen: TOP
IEnde gut.<Esc>
V
@expect Niederschrift
K
minutes=$("$RATSTISCH" minutes 1)
has "$minutes" "Die Verwaltung berichtet." "the course stands in the minutes"
has "$minutes" "Ich stimme nicht zu." "the verbatim statement too"
has "$minutes" "Radweg prüfen" "and the task"
has "$minutes" "Ende gut." "and the closing text"

scenario "coming and going with one key while writing; the text goes on" <<'K'
<Enter><Enter>
iDer Rat<F7>kra<Enter> berät.<Esc>
@expect Der Rat berät.
@expect Krämer (fehlt)
K

scenario "the one-key vote pressed twice asks before it votes again" <<'K'
<Enter><Enter>e
e
@expect Schon abgestimmt
<Esc>
K
is "$(sql -c "select count(*) from council.meeting_event where meeting_id = 1 and kind = 'vote'")" 1 "one vote"

scenario "the non-public part takes its own items; speakers stay with their item" <<'K'
<Enter><Enter>rsom<Enter>R
@expect REDELISTE
<Enter>
@refuse REDELISTE
ö<Enter><Enter>
@expect TOP 1  26-0331
@expect NICHTÖFFENTLICH
<Enter><Enter><Enter>
@expect In diesem Teil ist kein Punkt mehr offen
K

scenario "pause, quorum counted, guests, speakers with point of order first" <<'K'
<Enter><Enter>
p
@expect UNTERBROCHEN
p
@expect LÄUFT
Q18<Enter>
GDr. Vogel, Planungsbüro<Enter>
rsom<Enter>rkra<Enter>owei<Enter>
@expect GO: Constantin Weiß, Ina Sommer
R
@expect > Constantin Weiß
R
@expect > Ina Sommer
K

scenario "urgent items: accepted, rejected" <<'K'
<Enter><Enter>
TaStraßenlaternen / Frist läuft ab<Enter>
@expect Dringlichkeit
n20<Enter>
@expect Dringlichkeit: mehrheitlich abgelehnt
TaSchulbus / sofort<Enter>e
@expect TOP 24: Dringlichkeit: einstimmig angenommen
g24<Enter>
@expect Schulbus
e
K
is "$(sql -c "select string_agg(kind, ' ' order by seq) from council.meeting_event where item_id = (select item_id from council.meeting_event where text = 'Straßenlaternen' and kind = 'item_add')")" \
	"item_add vote item_withdraw" "a rejected item is taken off by itself"

scenario "agenda: taken off, moved, switched by a vote; numbers stay" <<'K'
<Enter><Enter>
T<Down><Down>dNicht vorbereitet<Enter>
@expect abgesetzt
T<Down><Down><Down>m<Down><Down><Enter><Esc>
T<Down><Down><Down>ö
@expect Öffentlichkeit
n3<Enter>
K
is "$(sql -c "select string_agg(kind, ' ' order by seq) from council.meeting_event where meeting_id = 1 and kind like 'item\_%' and kind <> 'item_call'")" \
	"item_withdraw item_move item_public" "three changes of the agenda are recorded"

scenario "a block vote is about the marked items and nothing else" <<'K'
<Enter><Enter>
T<Down><Down>d<Enter>
Tö
e
@expect der Punkt ist abgesetzt
/klima<Enter><Space><Space><Space>
@expect Block (3)
e
@expect 3 Punkte in einem Block
K
is "$(sql -c "select string_agg(slot, ' ' order by seq) from council.meeting_event where meeting_id = 1 and kind = 'vote'")" "motion motion motion" "all three votes are on the motions"

scenario "undo, list of events, search, goto, time for the next event" <<'K'
<Enter><Enter>e
@expect einstimmig angenommen
u
@expect Zurückgenommen
@refuse ✓     1
U
@expect Ereignisse der Sitzung
@expect zurückgenommen
q
/schul<Enter>
@expect Schulstraße
@@1842<Enter>
@expect @18:42
<Esc>
g99<Enter>
@expect Es gibt keinen TOP „99“
<Esc>
K

scenario "B releases what is under way: proposal, new wording, amendment, its result, the decision; the same again: dark" <<'K'
<Enter>
@expect Beamer: dunkel
g9<Enter>B
@expect Auf dem Beamer: TOP 9, Beschlussvorschlag.
@expect Beamer: TOP 9
B
@expect Der Beamer ist dunkel.
BtNeu: <Esc>B
@expect Auf dem Beamer: TOP 9, Beschlussvorschlag.
csom<Enter>Tempo 30<Esc>B
@expect Auf dem Beamer: TOP 9, Änderungsantrag.
n20<Enter>B
@expect Auf dem Beamer: TOP 9, Ergebnis.
B
@expect Auf dem Beamer: TOP 9, Beschlussvorschlag.
eB
@expect Auf dem Beamer: TOP 9, Ergebnis.
B
@expect Beamer: dunkel
p
@expect Beamer: Pause
K

scenario "non-public part: asked first, the projector goes black" <<'K'
<Enter><Enter>B
@expect Beamer: TOP 1
ö
@expect nichtöffentlichen Teil
<Esc>
@expect LÄUFT
ö<Enter>
@expect NICHTÖFFENTLICH
@expect Beamer: dunkel
g1<Enter>
K

scenario "results without a vote, referral by short name" <<'K'
<Enter><Enter>k
@expect zur Kenntnis genommen
<Enter>v
@expect vertagt
<Enter>wbaua<Enter>
@expect verwiesen
<Enter>d
@expect abgesetzt
<Enter>K
@expect erledigt
<Enter>x
@expect zurückgezogen
K

scenario "terminals of every size" <<'K'
<Enter><Enter>
@size 20x5
e<Enter>
@size 500x200
N13n<Esc>
@size 40x10
f<Esc>T<Esc>
@size 80x24
@expect TOP 2
K

scenario "an unknown key says so, and nothing happens" <<'K'
<Enter><Enter>ß
@expect ist hier nicht belegt
K
done_testing
