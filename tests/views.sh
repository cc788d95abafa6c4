#!/bin/sh
# Views as text: `gcrefs show` gives what stands in tests/golden/view.  Speaks TAP.
# GOLDEN=write in the environment writes the files instead.  srcdir: top of the
# source tree; GCREFS: the program.

cd "${srcdir:-.}" || exit 99
gcrefs=${GCREFS:-./gcrefs}
LC_ALL=C.UTF-8
LANGUAGE=en
export LC_ALL LANGUAGE
count=0

# picture NAME ARGUMENT...: what `gcrefs show ARGUMENT...` prints is the golden.
picture()
{
	name=$1
	golden=tests/golden/view/$name.txt
	shift
	count=$((count + 1))
	if [ "$GOLDEN" = write ]; then
		"$gcrefs" show "$@" >"$golden" 2>&1
		echo "ok $count - $name # written"
	elif difference=$("$gcrefs" show "$@" 2>&1 | diff "$golden" - 2>&1); then
		echo "ok $count - $name"
	else
		echo "not ok $count - $name"
		printf '%s\n' "$difference" | sed 's/^/# /'
	fi
}

self=scenarios/01-self-reference.py
ring=scenarios/13-del-in-a-ring.py
ten=scenarios/03-ten-cycles.py
held=scenarios/14-held-by-garbage.py
closure=scenarios/06-closure.py
automatic=scenarios/08-automatic-collection.py

picture graph-names --python=3.11 --view=graph --size=60x16 --at=line:31 \
	scenarios/02-counting-references.py
picture graph-closure --python=3.11 --view=graph --size=70x20 --at=line:26 $closure
picture graph-garbage --view=graph --size=70x20 --at=line:38 $ring
picture graph-ascii --python=3.11 --view=graph --size=70x20 --at=line:26 \
	--glyphs=ascii $closure
picture lists-young --python=3.11 --view=lists --size=44x20 --at=line:26 $closure
picture lists-reachable --python=3.11 --view=lists --size=44x20 \
	--at=phase:step:4 $ten
picture lists-woven --python=2.7 --view=list --size=76x24 --at=line:26 $closure
picture tiles --python=3.11 --view=tiles --size=60x8 --at=phase:step:4 $ten
picture tiles-type --python=3.11 --view=tiles:type --size=60x8 --at=line:26 $closure
picture source --python=3.11 --view=source --size=50x12 --at=line:33 $self
picture story --python=3.11 --view=story --size=76x20 --at=phase:step:5 $self
picture explain --python=3.11 --view=explain --size=76x5 --at=phase:subtract_refs $self
picture counters --python=3.11 --view=counters --size=50x4 --at=gc:2 $automatic
picture timeline --python=3.11 --view=timeline --size=76x1 --at=phase:step:5 $self
picture output --python=3.11 --view=output --size=60x6 --at=end $self
picture whole-held --size=100x34 --at=line:37 $held
picture whole-console --python=3.11 --glyphs=console --at=line:33 $self
picture whole-small --python=3.11 --size=30x6 --at=line:33 $self
picture why-alive --python=3.11 --why=kept --at=line:26 $closure
picture why-dead --python=3.11 --why=state:dead --at=line:37 $self
picture why-uncollectable --why=gc.garbage[0] --at=line:37 $held
picture why-collection --python=3.12 --why=gc --at=gc:1 $automatic
picture why-missing --why=nobody.at --at=line:37 $held
picture difference --python=3.11 --diff=line:29,phase:step:5 $self
picture difference-collected --python=3.11 --diff=gc:1,end $ten
echo "1..$count"
