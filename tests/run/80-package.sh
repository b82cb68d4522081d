#!/usr/bin/env bash
# The Debian package: built from what `make dist` packs, without a complaint of lintian, installed, used as it lies
# there (debian/tests/meeting), upgraded over an older version together with a database of the first schema, removed
# without a trace. As root it is really installed, and purged at the end; otherwise it is unpacked into a folder.
skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}
for tool in dpkg-buildpackage dh; do
	command -v $tool >/dev/null 2>&1 || skip_all "$tool is not installed"
done
: "${TOP_BUILDDIR:=$(dirname "${RATSTISCH:-build/ratstisch}")}"
root=
[ "$(id -u)" -ne 0 ] || root=yes
[ -z "$root" ] || ! dpkg-query -W ratstisch >/dev/null 2>&1 || skip_all "the package ratstisch is installed on this machine: it would be replaced"
. "$(dirname "$0")/../lib/run.sh"
# The build is one of its own, not a part of this one; and the packaged program finds its parts by itself.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKE_TERMOUT MAKE_TERMERR RATSTISCH_LOCALEDIR RATSTISCH_SERVER

purge() {
	[ -z "$root" ] || dpkg --purge ratstisch >/dev/null 2>&1
	clean_up
}
trap purge EXIT

tree=$work/package/ratstisch
mkdir -p "$work/package"
make -s -C "$TOP_BUILDDIR" distdir distdir="$tree" >"$work/dist.log" 2>&1
ok "the source is packed with its debian folder"
[ -x "$tree/debian/rules" ] || tail -n 20 "$work/dist.log" | sed 's/^/# /'

version=$(dpkg-parsechangelog -l "$tree/debian/changelog" -S Version)
is "$version" "$(sed -nE 's/^AC_INIT\(\[ratstisch\], \[([^]]*)\]\)/\1/p' "$tree/configure.ac" | sed 's/-dev/~dev/')" \
	"one version in configure.ac and in debian/changelog"

build_package() { # NAME VERSION OPTIONS...
	name=$1
	sed -i "1s/([^)]*)/($2)/" "$tree/debian/changelog"
	shift 2
	(cd "$tree" && dpkg-buildpackage -us -uc -b "$@") >"$work/$name.log" 2>&1
	ok "dpkg-buildpackage: $name"
	[ "$status" -eq 0 ] || tail -n 40 "$work/$name.log" | sed 's/^/# /'
}

# An older version of the same, then this one: only packed anew.
older=0.0.9
build_package older "$older"
has "$(cat "$work/older.log")" "# FAIL:  0" "the unit tests run while it is built"
build_package this "$version" -nc
arch=$(dpkg --print-architecture)
old_package=$work/package/ratstisch_${older}_$arch.deb
package=$work/package/ratstisch_${version}_$arch.deb
[ -f "$old_package" ] && [ -f "$package" ]
ok "two packages"

if command -v lintian >/dev/null 2>&1; then
	lintian --allow-root --fail-on error,warning "$work"/package/ratstisch_"$version"_*.changes >"$work/lintian.log" 2>&1
	ok "lintian has nothing to say"
	sed 's/^/# /' "$work/lintian.log"
else
	tests=$((tests + 1))
	echo "ok $tests - lintian has nothing to say # SKIP lintian is not installed"
fi

files=$(dpkg-deb -c "$package" | awk '{ print $6 }')
for file in ./usr/bin/ratstisch ./usr/libexec/ratstisch/ratstisch-server ./usr/share/doc/ratstisch/handbuch.md \
	./usr/share/locale/en/LC_MESSAGES/ratstisch.mo ./usr/share/bash-completion/completions/ratstisch \
	./usr/share/zsh/vendor-completions/_ratstisch ./usr/share/doc/ratstisch/copyright ./usr/share/doc/ratstisch/NEWS; do
	has "$files" "$file" "in the package: $file"
done
for page in "$TOP_SRCDIR"/doc/*.[15]; do
	has "$files" "$(basename "$page").gz" "in the package: $(basename "$page")"
done

install_package() {
	if [ -n "$root" ]; then
		dpkg -i "$1" >"$work/dpkg.log" 2>&1
	else
		dpkg-deb -x "$1" "$work/root"
	fi
	result=$?
	[ $result -eq 0 ] || sed 's/^/# /' "$work/dpkg.log"
	return $result
}

if [ -n "$root" ]; then
	program=/usr/bin/ratstisch
else
	program=$work/root/usr/bin/ratstisch
	export RATSTISCH_SERVER=$work/root/usr/libexec/ratstisch/ratstisch-server RATSTISCH_LOCALEDIR=$work/root/usr/share/locale
fi
PATH=$(dirname "$program"):$PATH
hash -r

install_package "$old_package"
ok "the older package is installed"
is "$(command -v ratstisch)" "$program" "its program is found"
ratstisch server --data "$work/server" start && eval "$(ratstisch server --data "$work/server" env)"
ok "its private server starts"
PGUSER=postgres ratstisch init >/dev/null && PGUSER=postgres ratstisch demo >/dev/null &&
	sql -c "select api.demo_account('$PGUSER')" >/dev/null
ok "init and demo"
printf '%s\n' '<Enter><Enter>e' '@saved' | play >/dev/null
ok "a meeting is begun with it"
# A database that a program of the first schema left.
sql -d postgres -c "create database first" >/dev/null && sql -d first -f "$TOP_SRCDIR/tests/sql/baseline/version-1.sql" >/dev/null
ok "a database of the first schema"

install_package "$package"
ok "this package is installed over it"
[ -z "$root" ] || is "$(dpkg-query -W -f '${Version} ${Status}' ratstisch)" "$version install ok installed" "dpkg knows it"
PGUSER=postgres ratstisch upgrade >"$work/said" 2>&1
ok "upgrade of the database that the older one made"
PGUSER=postgres PGDATABASE=first ratstisch upgrade >"$work/said" 2>&1
ok "upgrade of the database of the first schema"
PGDATABASE=first PGUSER=postgres ratstisch check-queries >/dev/null
ok "its queries fit"
ratstisch check 1 >/dev/null
ok "the meeting that was begun is whole"
printf '%s\n' '<Enter>e' '@saved' '@expect einstimmig' | play >/dev/null
ok "and goes on"
"$program" server --data "$work/server" stop
ok "its server stops"

"$tree/debian/tests/meeting" >"$work/meeting.log" 2>&1
ok "the package's own test (debian/tests/meeting)"
[ "$status" -eq 0 ] || tail -n 30 "$work/meeting.log" | sed 's/^/# /'

if [ -n "$root" ]; then
	man -w ratstisch >/dev/null 2>&1 || ! command -v man >/dev/null 2>&1
	ok "man finds the page"
	dpkg -L ratstisch | while read -r file; do [ -d "$file" ] || echo "$file"; done >"$work/installed"
	dpkg --purge ratstisch >"$work/dpkg.log" 2>&1
	ok "purge"
	is "$(while read -r file; do [ ! -e "$file" ] || echo "$file"; done <"$work/installed")" "" "nothing remains"
fi
done_testing
