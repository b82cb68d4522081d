#!/usr/bin/env bash
# The clerk returns and stands where he was: what stood half done when the program ended, whatever ended it.
. "$(dirname "$0")/../lib/run.sh"
start_database
votes="select string_agg(mode || ' ' || yes || ':' || no || ':' || abstain, ', ' order by seq) from council.meeting_event where meeting_id = 1 and kind = 'vote'"
texts="select string_agg(kind || ' ' || text, ', ' order by seq) from council.meeting_event where meeting_id = 1 and kind in ('text', 'amendment')"
draft() { find "$XDG_STATE_HOME" -name '*.draft'; }
whole() { "$RATSTISCH" check 1 >/dev/null; }

# --- a roll call
printf '%s\n' '<Enter><Enter>Njjne12j' | play >/dev/null
is "$(stat -c %a "$(draft)")" 600 "a roll call half done is kept, for this user only"
out=$(printf '%s\n' '@dump back' 'n' '<Enter>' '@saved' | play)
has "$out" "geht weiter: 5 Antworten" "the next start says that it goes on"
is "$(sql -c "$votes")" "rollcall 31:2:1" "and counts what was answered before and after"
is "$(draft)" "" "then nothing of it is left"

# --- by group
printf '%s\n' '<Enter>fn2<Tab>n1<Tab>' | play >/dev/null
out=$(printf '%s\n' '@dump back' '<Enter>' '@saved' | play)
has "$out" "geht weiter" "votes by group go on"
is "$(sql -c "$votes" | sed 's/.*, //')" "group 31:3:0" "with the cells as they were"

# --- a text, and where it was written
printf '%s\n' 'iDer Verlauf ist halb' | play >/dev/null
out=$(printf '%s\n' '@dump back' ' geschrieben.<Esc>' '@saved' | play)
has "$out" "Der Text steht, wie er zuletzt geschrieben war" "the editor is open again"
is "$(sql -c "$texts" | sed 's/.*, //')" "text Der Verlauf ist halb geschrieben." "and the sentence goes on where it ended"
printf '%s\n' 'cgr<Enter>Statt Tempo 50' | play >/dev/null
is "$(sql -c "select count(*) from council.meeting_event where kind = 'amendment'")" 0 "an amendment half written is no event yet"
out=$(printf '%s\n' ' Tempo 30<Esc>' '@saved' | play)
is "$(sql -c "$texts" | sed 's/.*, //')" "amendment Statt Tempo 50 Tempo 30" "it is one when it is finished"
is "$(sql -c "select o.short_name from council.meeting_event e join council.organization o on o.id = e.organization_id where e.kind = 'amendment'")" "GRÜNE" "of the group that was named"

# --- a line
printf '%s\n' '-kra 18' | play >/dev/null
out=$(printf '%s\n' '@dump back' | play)
has "$out" "Nicht mehr festgehalten wurde die Zeile „kra 18“" "a line that was not confirmed is named"
is "$(draft)" "" "once"

# --- the meeting has gone on meanwhile
printf '%s\n' 'Njn' | play >/dev/null
XDG_STATE_HOME=$work/other "$RATSTISCH" --script - --size 80x24 table 1 >/dev/null 2>&1 <<'KEYS'
<Enter>
@saved
KEYS
out=$(printf '%s\n' '@dump back' | play)
has "$out" "passt nicht mehr zum offenen Punkt" "a roll call of an item that is closed is not continued"
printf '%s\n' 'iMein Satz' '@saved' | play >/dev/null
XDG_STATE_HOME=$work/other "$RATSTISCH" --script - --size 80x24 table 1 >/dev/null 2>&1 <<'KEYS'
i von anderer Hand<Esc>
@saved
KEYS
out=$(printf '%s\n' '@dump back' | play)
has "$out" "zum Kopieren" "a text that somebody else has changed meanwhile"
has "$out" "Mein Satz" "is shown to be copied"
whole
ok "the chain is whole"

# --- a draft waits for the pen
reset_database
printf '%s\n' '<Enter><Enter>' 'Nnnj' | play >/dev/null
sql -c "insert into council.pen (meeting_id, account, client, until) values (1, 'schriftfuehrung', gen_random_uuid(), now() + interval '1 hour')" >/dev/null
out=$(printf '%s\n' '@dump reading' 'P' '<Enter>' '@dump taken' | play)
lacks "$(sed '/^--- taken/,$d' <<<"$out")" "geht weiter" "who only reads does not go on with it"
has "$out" "geht weiter: 3 Antworten" "who takes the pen does"

# --- events of a meeting that wait on this machine are named when the program starts
reset_database
start() { "$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 --dump 2>&1 </dev/null; }
printf '%s\n' '<Enter><Enter>e' '@saved' | play >/dev/null
lacks "$(start)" "warten im Journal" "all delivered: nothing to say"
journal=$(find "$XDG_STATE_HOME" -name '*.journal')
sed -i '$d' "$journal" # the last confirmation is missing
has "$(start)" "Sitzung 1: 1 Ereignisse warten" "one that is not confirmed is named"
cp "$journal" "${journal%1.journal}3.journal"
has "$(start)" "In 2 Sitzungen warten" "so are several"
sed -i 's/^R1\t./R1\tx/' "${journal%1.journal}3.journal"
has "$(start)" "Sitzungsjournal ist beschädigt" "a damaged one in which events wait is named before the others"
touch -d '100 days ago' "$journal" "${journal%1.journal}3.journal"
lacks "$(start)" "warten" "old files are not read at every start"
rm "${journal%1.journal}3.journal"
printf '@dump reader\n' | PGUSER=gast play >/dev/null
printf '@dump reader\n' | PGUSER=leserin play >/dev/null
! grep -q '^H ' "$journal"
ok "an account without the right to write holds nothing back"
printf '@saved\n' | play >/dev/null
lacks "$(start)" "warten" "delivered: nothing to say any more"

# --- a file that is no draft
journal=$(find "$XDG_STATE_HOME" -name '*.journal')
for bytes in 'nonsense' 'ratstisch-draft 1\nmode text\ntext 99999999999999999999\n' 'ratstisch-draft 1\nmode rollcall\nitem x\n' \
	'ratstisch-draft 1\nmode text\nslot course\ntext 4\nab\0c\n' 'ratstisch-draft 1\nanswer' \
	'ratstisch-draft 1\nmode rollcall\nanswer 1 \nanswer 2 JJ\nanswer x J\n' 'ratstisch-draft 1\nmode groups\ncell 1 nnnnnnnnnnnnnnnnn\n'; do
	printf "$bytes" >"$journal.draft"
	printf '%s\n' '@dump back' | play >"$work/out"
	is "$? $(grep -c 'RAT' "$work/out")" "0 1" "a damaged draft changes nothing: ${bytes:0:30}"
done
done_testing
