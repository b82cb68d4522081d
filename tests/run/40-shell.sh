#!/usr/bin/env bash
# Subcommands: init, upgrade, demo, check-screens, check-queries, options, what they refuse.
. "$(dirname "$0")/../lib/run.sh"
"$server" --data "$work/server" start || exit 99
eval "$("$server" --data "$work/server" env)"
export PGUSER=postgres

out=$("$RATSTISCH" upgrade 2>&1)
is $? 1 "upgrade of an empty database is refused"
has "$out" "ratstisch init" "with what to do"
"$RATSTISCH" init >/dev/null
ok "init"
out=$("$RATSTISCH" init 2>&1)
is $? 1 "a second init is refused"
has "$out" "liegt Ratstisch schon" "saying why"
"$RATSTISCH" upgrade >/dev/null
ok "upgrade of a current database changes nothing"
latest=$(sql -c "select max(version) from council.schema_version")
sql -c "update council.schema_version set version = 999 where version = $latest"
out=$("$RATSTISCH" upgrade 2>&1)
is $? 1 "a database newer than the program is refused"
has "$out" "neuer als dieses Programm" "saying why"
sql -c "update council.schema_version set version = $latest where version = 999"
sql -d postgres -c "create database other" -c "\c other" -c "create table t (i int)"
out=$(PGDATABASE=other "$RATSTISCH" init 2>&1)
is $? 1 "a database with other tables is refused"
has "$out" "fremde Tabellen" "saying why"
out=$(PGDATABASE=nowhere "$RATSTISCH" init 2>&1)
is $? 1 "a database that does not exist"
"$RATSTISCH" demo >/dev/null
ok "demo"
out=$("$RATSTISCH" demo 2>&1)
is $? 1 "a second demo is refused"

"$RATSTISCH" check-queries >"$work/out"
ok "every query prepares and gives the columns of its header"
tail -n 3 "$work/out" | sed 's/^/# /'
"$RATSTISCH" check-screens >"$work/out"
ok "every screen file is without fault"
mkdir -p "$work/screens"
printf 'screen persons\nkind list\ntitel "x"\nquery list_nothing\nkey q back "q"\nkey q quit "q"\n' >"$work/screens/persons.screen"
out=$("$RATSTISCH" --screens "$work/screens" check-screens)
is $? 1 "faults of a screen file are found"
has "$out" "persons.screen:3:" "with file and line"
has "$out" "list_nothing" "all in one run"
printf 'screen mine\nkind list\ntitle "Meine Liste"\nquery list_persons\nparam on_date from date\nsort name abbreviation\nkeys list_keys\ncolumn name "Name" width 30\n' >"$work/screens/mine.screen"
rm "$work/screens/persons.screen"
sql -d postgres -c "create role newcomer login" 2>/dev/null
"$RATSTISCH" admin newcomer "Neue Verwaltung" >/dev/null
ok "the first administrator"
is "$(sql -c "select count(*) from council.permission p join council.account a on a.id = p.account_id where a.login = 'newcomer' and p.role = 'administrator'")" 1 "is made"
"$RATSTISCH" admin 2>/dev/null
is $? 2 "admin of whom?"
sql -c "select api.demo_account('root')" >/dev/null
out=$(printf ':mine<Enter>\n' | PGUSER=root "$RATSTISCH" --screens "$work/screens" --script - --dump 2>&1)
has "$out" "Meine Liste" "a user's own screen opens by name"

"$RATSTISCH" --nonsense 2>/dev/null
is $? 2 "unknown option"
"$RATSTISCH" nonsense 2>/dev/null
is $? 2 "unknown subcommand"
"$RATSTISCH" --size 10x2 2>/dev/null
is $? 2 "impossible size"
"$RATSTISCH" minutes 2>/dev/null
is $? 2 "minutes of which meeting?"
out=$("$RATSTISCH" minutes 99999 2>&1)
is $? 1 "minutes of a meeting that does not exist"
has "$out" "gibt es nicht" "saying so"
out=$(PGHOST=/nowhere "$RATSTISCH" minutes 1 2>&1)
is $? 1 "no server"
has "$out" "Läuft der Server?" "with a hint"
sql -c "create role nobody login"
out=$(printf '\n' | PGUSER=nobody "$RATSTISCH" --script - 2>&1)
is $? 1 "an account without rights does not get in"
out=$("$RATSTISCH" </dev/null 2>&1)
is $? 1 "no terminal"
has "$out" "kein Terminal" "saying so"
is "$("$RATSTISCH" calc election A=22 B=12 --present 40)" "elected A valid=34 needed=21" "election by the majority of those present"
out=$(printf 'N<Enter>\n@dump x\n' | PGUSER=gast "$RATSTISCH" --script - --size 80x24 2>&1)
lacks "$out" "Anwesenheit" "no minutes on the screen for who may not read the ledger"
"$RATSTISCH" minutes 1 --format odt 2>/dev/null
is $? 2 "unknown format"
"$RATSTISCH" keys nothing 2>/dev/null
is $? 2 "keys of no screen"

# A new municipality from nothing, by commands and keys.
sql -d postgres -c "create database neustadt" -c "create role verwalterin login"
export PGDATABASE=neustadt
"$RATSTISCH" init >/dev/null && "$RATSTISCH" body "Stadt Neustadt" Neustadt NW >/dev/null && "$RATSTISCH" admin verwalterin >/dev/null
ok "schema, municipality, administrator"
"$RATSTISCH" body A B XX 2>/dev/null
is $? 1 "a state without rules is refused"
"$server" --data "$work/server" allow verwalterin
out=$(printf 'GnRat der Stadt Neustadt<Tab>RAT<Tab><Enter>rat<Enter><F2>\n@dump x\n' | PGUSER=verwalterin "$RATSTISCH" --script - --size 80x24 2>&1)
is "$(sql -c "select name from council.organization")" "Rat der Stadt Neustadt" "the first organization by keys"
[ -n "$(sql -c "select 1 from council.organization")" ] || printf '%s\n' "$out" | sed 's/^/# /'
export PGDATABASE=ratstisch
has "$("$RATSTISCH" --help)" "--script" "help"
has "$(LANGUAGE=en "$RATSTISCH" --help)" "Usage" "help in English"
done_testing
