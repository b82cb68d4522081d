# Debian packages: what the program needs, and what its tests need besides.
# Sourced by ./demo and ./check.

run_packages="gcc make autoconf automake pkg-config gettext libc6-dev libncurses-dev libpq-dev libpcre2-dev
libcsv-dev libxml2-dev postgresql postgresql-contrib postgresql-client weasyprint tzdata"
test_packages="libcmocka-dev postgresql-15-pgtap libtap-parser-sourcehandler-pgtap-perl postgresql-15-plpgsql-check
tmux poppler-utils clang jq libxml2-utils xz-utils procps debhelper dpkg-dev lintian groff zsh openssh-server locales valgrind cppcheck clang-tidy"
# What `make bench` compares with besides; without one of them its rows stay empty.
bench_packages="less htop tig"

# say GERMAN ENGLISH: in the language of the caller.
say() {
	case ${LANGUAGE:-de} in
	en*) printf '%s\n' "$2" ;;
	*) printf '%s\n' "$1" ;;
	esac
}

missing_packages() {
	for package in "$@"; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
	done
}

# Installs what is missing; without rights it says what to ask for.
install_packages() {
	missing=$(missing_packages "$@")
	[ -n "$missing" ] || return 0
	say "== Pakete werden installiert: $missing" "== installing packages: $missing"
	as_root=
	if [ "$(id -u)" -ne 0 ]; then
		if command -v sudo >/dev/null 2>&1; then
			as_root=sudo
		else
			say "Es fehlen Pakete, und hier fehlt das Recht, sie zu installieren. Bitte lassen: apt-get install $missing" \
				"Packages are missing, and you may not install them. Ask for: apt-get install $missing" >&2
			return 1
		fi
	fi
	$as_root apt-get update -qq &&
		$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# configure_in DIR OPTIONS...: configures there when it was not, or when the build files are newer.
configure_in() {
	dir=$1
	shift
	if [ ! -x configure ] || [ configure.ac -nt configure ] || [ Makefile.am -nt configure ] || [ sources.am -nt configure ]; then
		autoreconf --install --force >/dev/null 2>&1 || autoreconf --install --force
		touch configure
	fi
	mkdir -p "$dir"
	if [ ! -f "$dir/Makefile" ] || [ configure -nt "$dir/Makefile" ]; then
		top=$PWD
		(cd "$dir" && "$top/configure" -q "$@")
	fi
}
