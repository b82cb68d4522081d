#!/usr/bin/env bash
# Everything hostile that can be stored or typed: a council of 200 members with names of 200 and more characters, 394
# items, texts of 100,000 characters, control, bidi and combining characters, and terminals from 20x5 to 500x200.
. "$(dirname "$0")/../lib/run.sh"
start_database

# The domains refuse control characters; a database may have come from somewhere else.
sql >/dev/null <<'SQL'
alter domain council.line drop constraint line_check;
alter domain council.word drop constraint word_check;
alter domain council.prose drop constraint prose_check;
create temporary table evil (n serial, s text);
insert into evil (s) values
  ('Esc' || chr(27) || '[2J' || chr(27) || ']0;Titel' || chr(7)), ('C1' || chr(155) || '2J' || chr(133)),
  ('rechts' || chr(8238) || 'links' || chr(8294) || 'um'), (repeat('a' || repeat(chr(769), 40), 5)),
  (repeat('漢字', 60)), ('null' || chr(8203) || chr(8205) || 'breit'), (repeat('x', 200)), (chr(9) || 'Tab' || chr(13) || chr(10)),
  (repeat('W', 499)), ('👩‍👩‍👧‍👦 Familie 🏳️‍🌈'), (chr(65279) || 'BOM'), (chr(173) || 'weich' || chr(1114109)), ('%s%n%d' || '\x1b[31m'),
  ('"; drop table council.person; --');
insert into council.organization (id, body_id, name, short_name, classification, legal_membership)
select 900, 1, 'Böser Rat ' || s, 'BÖSE', 'council', 200 from evil where n = 1;
insert into council.organization (id, body_id, name, short_name, classification)
select 900 + n, 1, 'Gruppe ' || s, left('G' || n || s, 60), 'group' from evil;
insert into council.person (id, body_id, family_name, given_name, form_of_address)
select 9000 + i, 1, left(e.s || ' ' || i, 500), case when i % 2 = 0 then left(repeat('Lange ', 40) || e.s, 500) else '' end, left(e.s, 10)
from generate_series(1, 200) i join evil e on e.n = 1 + i % 14;
insert into council.membership (person_id, organization_id, role, voting_right, seat, sort_order, on_behalf_of_id, valid)
select 9000 + i, 900, case i when 1 then 'mayor' else 'member' end, true, i, i, 901 + i % 14, '[2025-11-01,2030-11-01)'
from generate_series(1, 200) i;
insert into council.meeting (id, body_id, organization_id, number, name, state, starts_at, location_id)
select 900, 1, 900, '1', 'Sitzung ' || s, 'invited', '2026-10-14 18:00+02', 1 from evil where n = 3;
insert into council.meeting_organization values (900, 900) on conflict do nothing;
insert into council.agenda_item (meeting_id, number, position, title, public, reference, proposed_text, previous)
select 900, i::text, i, left(e.s || ' ' || i, 500), i <= 300, left(e.s, 20),
  case i when 1 then repeat('Der Rat beschließt. ' || e.s || chr(10), 100000 / (20 + length(e.s))) when 2 then repeat('W', 100000) else e.s end, e.s
from generate_series(1, 394) i join evil e on e.n = 1 + i % 14;
SQL
ok "stored: 200 members, 394 items, hostile texts"

# Pictures may hold characters that print, and line ends; no line is wider than the terminal.
clean() { # FILE COLS
	perl -CSD -e '
		my ($cols) = @ARGV; my $bad = 0;
		while (<STDIN>) {
			chomp;
			next if /^--- /;
			my $w = 0;
			for my $c (split //) {
				my $o = ord $c;
				if ($c =~ /\p{Cc}/ || ($o >= 0x200b && $o <= 0x200f) || ($o >= 0x202a && $o <= 0x202e) || ($o >= 0x2060 && $o <= 0x206f) || $o == 0xfeff) {
					printf "# U+%04X in line %d\n", $o, $.; $bad++;
				}
				$w += $c =~ /\p{Mn}|\p{Me}/ ? 0 : 1;
			}
			if ($w > $cols) { print "# line $. has $w characters\n"; $bad++ }
		}
		exit($bad > 0)' "$2" <"$1"
}

play_at() { # SIZE, keys from standard input
	"$RATSTISCH" --script - --size "$1" --now 2026-10-14T18:00 table 900 2>"$work/err"
}

for size in 20x5 20x24 80x5 80x24 120x40 500x200; do
	printf '%s\n' '@dump open' '?' '@dump help' '<Esc>' '<Enter>' '<Enter>' '@dump item' 'N' '@dump rollcall' '<Down><Right>nn<Esc>' 'f' '@dump groups' '<Esc>' \
		'T' '@dump agenda' '<PgDn><PgDn><Esc>' '-esc' '@dump names' '<Esc>' '/rechts' '@dump search' '<Esc>' 't' '@dump text' '<End><PgDn><PgDn>' '@dump below' '<Esc>' \
		'g394<Enter>' '@dump last' 'U' '@dump events' '<Esc>' 'V' '@dump minutes' '<Esc>' 'uuu' '@dump undone' '@saved' | play_at "$size" >"$work/out"
	is "$?" 0 "$size: every mode of the meeting table"
	is "$(grep -c "^--- " "$work/out")" 14 "$size: all pictures"
	clean "$work/out" "${size%x*}"
	ok "$size: no control, no direction, nothing wider than the terminal"
	sql -c "set session_replication_role = replica; delete from council.meeting_event where meeting_id = 900; delete from council.pen where meeting_id = 900;" \
		-c "set session_replication_role = origin; select council.rebuild_projections(900)" >/dev/null
	rm -rf "$XDG_STATE_HOME"
done

# --- the lists and forms over the same data
printf '%s\n' ':open persons<Enter>' '@dump list' '<End>' '@dump end' '<Enter>' '@dump person' '<Esc>' '/漢<Enter>' '@dump filter' >"$work/lists.keys"
for size in 20x5 80x24 500x200; do
	"$RATSTISCH" --script "$work/lists.keys" --size "$size" --now 2026-10-14T18:00 >"$work/out" 2>"$work/err"
	is "$?" 0 "$size: persons"
	clean "$work/out" "${size%x*}"
	ok "$size: nothing hostile reaches the terminal"
done

# --- 200 members vote by name, 394 items run, and it is all one ledger
printf '%s\n' '<Enter><Enter>' 'Nnnn<Enter>' >"$work/long.keys"
for _ in $(seq 60); do echo '<Enter>e'; done >>"$work/long.keys"
printf '%s\n' '@saved' '@dump x' >>"$work/long.keys"
play_at 80x24 <"$work/long.keys" >"$work/out"
is "$?" 0 "a long meeting"
is "$(sql -c "select yes || ':' || no from council.meeting_event where meeting_id = 900 and mode = 'rollcall'")" "197:3" "a roll call of 200"
"$RATSTISCH" check 900 >/dev/null
ok "the chain is whole, the projections agree"
"$RATSTISCH" minutes 900 >"$work/out" 2>"$work/err"
is "$?" 0 "minutes of it"
clean "$work/out" 200000
ok "without control characters"

# --- typed: a long text, one of 100,000 characters from the outer editor, pasted rubbish, bytes that are no UTF-8
reset_database
length="select length(text) from council.meeting_event where meeting_id = 1 and kind = 'text' order by seq desc limit 1"
{
	printf '%s\n' '<Enter><Enter>' 'i'
	perl -e 'print "wort " x 4000, "\n"'
	printf '%s\n' '<Esc>' '@saved'
} | play >"$work/out"
is "$(sql -c "$length")" 20000 "20,000 characters are typed and in the ledger"
printf '#!/bin/sh\nperl -e '"'"'print "Satz. " x 16666, "End"'"'"' >"$1"\n' >"$work/editor"
chmod +x "$work/editor"
EDITOR=$work/editor VISUAL='' play <<'KEYS' >"$work/out"
i
<^O>
!
<Esc>
@saved
@dump long
KEYS
is "$(sql -c "$length")" 100000 "100,000 characters too"
has "$(cat "$work/out")" "Satz." "and they are shown"
printf 'i\xff\xfe\xc3(\xe2\x80\xaeabc\x00def\x01\x02\x1b[31m\n<Esc>\n@saved\n@dump bytes\n' | play >"$work/out" 2>&1
clean "$work/out" 80
ok "bytes that are no text reach neither terminal nor ledger"
is "$(sql -c "select count(*) from council.meeting_event where meeting_id = 1 and text ~ '[\\u0001-\\u0008\\u000b-\\u001f\\u007f-\\u009f]'")" 0 "not the ledger"
"$RATSTISCH" check 1 >/dev/null
ok "the ledger is whole"
done_testing
