#!/usr/bin/env bash
# doc/betrieb.md, tried: the command blocks that are marked there (versucht) are taken out of the document and run as
# they stand, against private servers; afterwards what the document promises is looked at.
. "$(dirname "$0")/../lib/run.sh"
guide=$TOP_SRCDIR/doc/betrieb.md
start_database
. "$(dirname "$0")/../lib/replica.sh"
DB=$PGDATABASE

# The owner of the servers cannot reach every build folder.
mkdir "$work/bin" && cp "$RATSTISCH" "$work/bin/ratstisch" && chmod 755 "$work/bin" "$work/bin/ratstisch"
for folder in sicherung portal neben fremd; do server_folder "$work/$folder"; done
main=$primary

# What the document calls Angaben, as they are here. PGHOST: the server that the block is meant for.
settings() {
	cat <<TEXT
PATH=$work/bin:$server_bin:\$PATH
PGDATA=$main/cluster DB=$DB ARCHIV=$work/sicherung/archiv SICHERUNG=$work/sicherung/stand
HAUPT='host=$main/socket user=postgres' NEBEN='host=$standby/socket user=postgres' NEBEN_DATEN=$standby/cluster
ZEITPUNKT='${moment:-}' PRUEFER=schriftfuehrung PGUSER=postgres PGHOST=${on:-$main}/socket HOME=$work/sicherung XDG_STATE_HOME=$work/sicherung
export PATH PGDATA DB ARCHIV SICHERUNG PRUEFER PGUSER PGHOST HOME XDG_STATE_HOME
unset PGDATABASE
starten() {
	pg_ctl -s -w -D "\${1:-\$PGDATA}" -o "-k \$(dirname "\${1:-\$PGDATA}")/socket" -l "\$(dirname "\${1:-\$PGDATA}")/log.\$\$" start
}
anhalten() { pg_ctl -s -w -D "\${1:-\$PGDATA}" -m fast stop; }
TEXT
}

used=0
# block NAME DESCRIPTION: runs the block of the document that is marked with this name.
block() {
	used=$((used + 1))
	{
		settings
		echo 'set -eu'
		awk -v mark="<!-- versucht: $1 -->" '$0 == mark { on = 1; next } on && /^```sh$/ { inside = 1; next }
			inside && /^```$/ { exit } inside' "$guide"
	} >"$work/block.sh"
	chmod 644 "$work/block.sh"
	[ "$(sed '1,/^set -eu$/d' "$work/block.sh" | wc -l)" -gt 0 ] && as_server bash "$work/block.sh" >"$work/block.log" 2>&1
	ok "$1: $2"
	[ "$status" -eq 0 ] || tail -n 20 "$work/block.log" | sed 's/^/# /'
}

events() { sql_at "${1:-$main}" -c "select count(*) from council.meeting_event where meeting_id = 1"; }
whole() { PGHOST=${1:-$main}/socket "$RATSTISCH" check 1 >"$work/whole" 2>&1; }

# --- Sicherung
block archiv "the archive is on"
printf '%s\n' '<Enter><Enter>e' '@saved' | play >/dev/null
block basissicherung "a verified base backup"
printf '%s\n' '<Enter>n3<Enter>' '<Enter>e' '@saved' | play >/dev/null
block archivstand "the archive follows"
has "$(cat "$work/block.log")" "fehler" "it says how far"
until_true sql_says "$main" t "select archived_count > 0 and failed_count = 0 from pg_stat_archiver"
ok "files come into it without a fault"
wanted=$(events)
[ "$wanted" -gt 5 ]
ok "events before and after the backup"

# --- zurück zu einem Zeitpunkt
moment=$(sql -c "select clock_timestamp()")
sql -c "set session_replication_role = replica; delete from council.meeting_event where meeting_id = 1 and seq > 3" >/dev/null
! whole && grep -q "^projection" "$work/whole"
ok "the accident is one that check finds"
block zeitpunkt "back to the moment before the accident"
until_true sql_says "$main" f "select pg_is_in_recovery()"
ok "the server takes writes again"
is "$(events)" "$wanted" "every event is there again"
block danach "all meetings are whole"
has "$(cat "$work/block.log")" "ok" "check says so"
printf '%s\n' '<Enter>e' '@saved' '@expect einstimmig' | play >/dev/null
ok "the meeting goes on"

# --- eine Kommune allein, auf einem fremden Server
owners="select c.relname, pg_get_userbyid(c.relowner), c.relrowsecurity, coalesce(c.relacl, acldefault('r', c.relowner))::text from pg_class c
	where c.relnamespace in ('council'::regnamespace, 'api'::regnamespace) and c.relkind in ('r', 'v')
	order by c.relnamespace::regnamespace::text, 1"
policies="select tablename, policyname, roles, cmd, qual, with_check from pg_policies order by 1, 2"
sql -c "$owners" -c "$policies" >"$work/rights.before"
block abzug "dump of one municipality"
"$server" --data "$work/fremd" start && sql_at "$work/fremd" -d postgres -c "drop database $DB" >/dev/null
on=$work/fremd
block einspielen "restored on another server, every query fits, every meeting is whole"
on=
sql_at "$work/fremd" -c "$owners" -c "$policies" >"$work/rights.after"
[ "$(wc -l <"$work/rights.before")" -gt 60 ] && cmp -s "$work/rights.before" "$work/rights.after"
ok "owners, grants, row-level security and policies are the same"
[ "$status" -eq 0 ] || diff "$work/rights.before" "$work/rights.after" | head -n 20 | cut -c 1-200 | sed 's/^/# /'
is "$(events "$work/fremd")" "$(events)" "as many events"
count_as() { # ROLE FOLDER: agenda items that this login sees, and non-public ones among them
	PGHOST=$2/socket PGUSER=$1 psql -XqAt -c "select count(*), count(*) filter (where not is_public) from council.agenda_item"
}
is "$(count_as gast "$work/fremd")" "$(count_as gast "$main")" "gast sees what gast saw"
has "$(count_as gast "$work/fremd")" "|0" "and nothing non-public"
"$server" --data "$work/fremd" stop

# --- ein zweiter Server
block vorrat "stock of changes"
server_folder "$standby"
as_server mkdir -p -m 700 "$standby/socket"
block nebenserver "a second server"
until_true follows "$standby"
ok "it follows"
block mitlauf "the first one says so"
has "$(cat "$work/block.log")" "streaming" "streaming"
block beide "a commit is on both disks"
until_true sql_says "$main" 1 "select count(*) from pg_stat_replication where sync_state = 'quorum'"
ok "the second one counts"
printf '%s\n' '<Enter>e' '@saved' '@expect alles gespeichert' | play >/dev/null
ok "a vote is saved"
is "$(events "$standby")" "$(events)" "and is on the second server then"
# Without it a commit waits; with it again, it ends.
as_server "$server_bin/pg_ctl" -s -w -D "$standby/cluster" -m fast stop
sql -c "create table public.waits ()" >"$work/waits" 2>&1 &
waiting=$!
until_true sql_says "$main" 1 "select count(*) from pg_stat_activity where wait_event = 'SyncRep'"
ok "without the second server a commit is not confirmed"
as_server "$server_bin/pg_ctl" -s -w -D "$standby/cluster" -o "-k $standby/socket" -l "$standby/log.again" start
wait $waiting
ok "and is when it is back"

kill_server "$main"
ok "the first one dies"
block befördern "the second one takes over"
PGHOST=$(replica_hosts)
export PGHOST
is "$(PGTARGETSESSIONATTRS=read-write sql -c "select count(*) > 0 from council.meeting_event")" t "both hosts named: the one that writes is found"
printf '%s\n' '<Enter>e' '@saved' '@expect alles gespeichert' | play >/dev/null
ok "so does the program, and the meeting goes on"
block zurück "the former first one comes back as the second"
until_true follows "$main"
ok "it follows"
caught_up "$main" "$standby"
is "$(events "$main")" "$(events "$standby")" "with every event"
whole "$standby"
ok "the meeting is whole"

# --- ein Portal
main=$standby
on=
PGHOST=$main/socket
block portal-vorbereiten "changes can be filtered"
block portal-veröffentlichen "what is public is published"
"$server" --data "$work/portal" start && sql_at "$work/portal" -d postgres -c "drop database $DB" >/dev/null
on=$work/portal
block portal-abonnieren "the portal subscribes"
on=
ready() { sql_at "$work/portal" -c "select count(*) > 0 and bool_and(srsubstate = 'r') from pg_subscription_rel"; }
is_ready() { [ "$(ready 2>/dev/null)" = t ]; }
until_true is_ready
ok "every table is filled"
visible="select count(*) from council.agenda_item where is_public"
at_portal() { [ "$(sql_at "$work/portal" -c "$2" 2>/dev/null)" = "$1" ]; }
is "$(sql_at "$work/portal" -c "$visible")" "$(sql -c "$visible")" "every public item is there"
is "$(sql_at "$work/portal" -c "select count(*) from council.agenda_item where not is_public")" 0 "no other"

# A public item becomes non-public at the table, another one that was never public comes.
item="select id from council.agenda_item where meeting_id = 1 and public and held_public is null order by position desc limit 1"
item=$(sql -c "$item")
sql -c "set session_replication_role = replica" -c "update council.agenda_item set held_public = false, title = 'Geheimsache Wendeltreppe' where id = '$item'" \
	-c "insert into council.agenda_item (meeting_id, position, title, public, origin) values (1, 900, 'Geheimsache Dachluke', false, 'meeting')" \
	-c "insert into council.agenda_item (meeting_id, position, title, public, origin) values (1, 901, 'Öffentliche Schlussmarke', true, 'meeting')" >/dev/null
until_true at_portal 1 "select count(*) from council.agenda_item where title = 'Öffentliche Schlussmarke'"
ok "later changes arrive"
is "$(sql_at "$work/portal" -c "select count(*) from council.agenda_item where id = '$item'")" 0 "an item that became non-public is gone there"
PGHOST=$work/portal/socket PGUSER=postgres pg_dump "$DB" >"$work/portal.dump"
sql -c "select title from council.agenda_item where not is_public" -c "select proposed_text from council.agenda_item
	where not is_public and proposed_text <> ''" | grep . >"$work/secret"
[ "$(wc -l <"$work/secret")" -gt 3 ]
ok "there are non-public texts to look for"
sql -c "select title from council.agenda_item where is_public" >"$work/open"
grep -vxFf "$work/open" "$work/secret" >"$work/secret.only"
! grep -qFf "$work/secret.only" "$work/portal.dump"
ok "no non-public text is anywhere in the portal's database"
sql -c checkpoint && sql_at "$work/portal" -c checkpoint
as_server grep -rqaF 'Geheimsache' "$main/cluster/base"
ok "(it is in the office's files)"
! as_server grep -rqaF 'Geheimsache' "$work/portal/cluster"
ok "nor in its files or its log of changes"
! grep -qF '@' <<<"$(sql_at "$work/portal" -c "select * from council.person")"
ok "addresses of persons stay in the office"

is "$used" "$(grep -c '^<!-- versucht: ' "$guide")" "every block of the document was run"
done_testing
