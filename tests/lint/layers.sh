#!/bin/sh
# The layers of the program: src/LAYERS says which folder may include which.
. "$(dirname "$0")/tap.sh"

awk '
	/^#/ || /^[ \t]*$/ { next }
	!/^[a-z]+:( [a-z]+)*$/ { print "src/LAYERS:" FNR ": \"" $0 "\" is not \"folder: folder ...\""; next }
	{
		name = $1
		sub(/:$/, "", name)
		if (name in known)
			print "src/LAYERS:" FNR ": " name " stands there twice"
		# Only folders that were named above: so there are no circles.
		for (i = 2; i <= NF; i++)
			if (!($i in known))
				print "src/LAYERS:" FNR ": " name " includes " $i ", which does not stand above it"
		known[name] = 1
	}' src/LAYERS >"$work/faults"
rule "src/LAYERS goes from the bottom up"

sed -n 's/^\([a-z]*\):.*/\1/p' src/LAYERS | LC_ALL=C sort >"$work/named"
find src -mindepth 1 -type d ! -name '.*' | sed 's,^src/,,' | LC_ALL=C sort >"$work/there"
diff "$work/named" "$work/there" >"$work/faults"
rule "each folder of src/ has its line in src/LAYERS, and each line its folder"

[ "$(c_files | wc -l)" -gt 100 ]
result $? "the sources are found"

# shellcheck disable=SC2046 # no blanks in names of sources
awk '
	FILENAME == "src/LAYERS" {
		if (/^#/ || NF == 0)
			next
		name = $1
		sub(/:$/, "", name)
		known[name] = allowed[name, name] = 1
		for (i = 2; i <= NF; i++)
			allowed[name, $i] = 1
		next
	}
	/^[ \t]*#[ \t]*include[ \t]*"/ {
		file = $0
		sub(/^[^"]*"/, "", file)
		sub(/".*/, "", file)
		split(FILENAME, path, "/")
		from = path[2]
		n = split(file, part, "/")
		if (n != 2)
			print FILENAME ":" FNR ": \"" file "\" is not \"folder/file.h\""
		else if (!(part[1] in known))
			print FILENAME ":" FNR ": folder " part[1] " is not in src/LAYERS"
		else if (from ~ /\.c$/ && part[1] != "app" && part[1] != "base")
			print FILENAME ":" FNR ": " from " may include app and base only, not " part[1]
		else if (from !~ /\.c$/ && !((from, part[1]) in allowed))
			print FILENAME ":" FNR ": " from " may not include " part[1]
		else if ((getline line < ("src/" file)) < 0)
			print FILENAME ":" FNR ": there is no src/" file
		else
			close("src/" file)
	}' src/LAYERS $(c_files) >"$work/faults"
rule "no file includes what its layer may not know"

# shellcheck disable=SC2046
awk '/^[ \t]*#[ \t]*include/ && /\.c[">]/ { print FILENAME ":" FNR ": a .c file is not included" }' $(c_files) >"$work/faults"
rule "no .c file is included"
done_testing
