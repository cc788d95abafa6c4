#!/usr/bin/env python3
"""Look for programs that gcrefs runs differently than the real interpreters.

    tests/fuzz_programs.py [OPTION]... [SEED | FIRST-LAST]...

Makes a random program about objects from each seed (tests/fuzz_maker.py), runs it under
the real interpreters (found as tests/record.py finds them) and under `gcrefs run` with
both algorithms, and compares standard output, standard error and status.  A program
that differs is made as short as it can be while it still differs
(tests/fuzz_shorten.py), and is kept.

    --gcrefs PATH       the program to test (default ./gcrefs)
    --python X.Y        a version to compare (may be repeated; "all" for all; default
                        2.7 and 3.11)
    --auto              programs with automatic collections, whose exact moments
                        have to agree
    --length N          statements a program (default 40)
    --batch N           programs run one after another in one process (default 10; 1
                        with --auto); they differ alone too, else the batch is kept
    --keep DIR          where to put what differs (default fuzz-failures)
    --show              only print the programs
    --write DIR         only write one program of all of them, to be recorded
    --stop N            stop after N different programs (default 5)
    --long              do not shorten

The seeds default to 1-200; the same seed always makes the same program.  For
developers: this needs Python 3.6 and the real interpreters, and no test runs it.
"""

import argparse
import os
import subprocess
import sys
import tempfile

import fuzz_maker
import fuzz_shorten
import record

ALGORITHMS = ["five-step", "cpython"]
TIMEOUT = 60
PRELUDE = fuzz_maker.PRELUDE.rstrip("\n").split("\n\n\n")

# Between the programs of a batch: nothing of the last one is left.
CLEAN = """\
del saved[:], refs[:], gc.garbage[:]
for name in sorted(globals()):
    if name not in known:
        del globals()[name]
gc.collect()
gc.collect()
del saved[:], gc.garbage[:], name
print("# seed %d")"""


def text_of(pieces):
    return fuzz_maker.HEAD + "\n".join(pieces) + "\n"


def whole(statements):
    """A program: what stands before, and the statements."""
    return ["\n\n".join([piece, ""]) for piece in PRELUDE] + statements


def starts_clean(pieces):
    """Whether all classes are made before a collection: exact counts need it."""
    before, collects, after = "\n".join(pieces).partition("\ngc.collect()\n")
    return collects and "class " not in after


class Runner:
    """Runs programs under the real interpreters and under gcrefs."""

    def __init__(self, gcrefs, interpreters, auto):
        self.gcrefs = os.path.abspath(gcrefs)
        self.auto = auto
        self.interpreters = interpreters
        self.place = tempfile.mkdtemp(prefix="fuzz-")

    def run(self, command, **extra):
        process = subprocess.run(
            command, cwd=self.place, env=dict(record.environment(), **extra),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            timeout=TIMEOUT)
        return (process.returncode, record.normalise(process.stdout),
                record.normalise(process.stderr))

    def real(self, version, **extra):
        try:
            return self.run([self.interpreters[version], "program.py"], **extra)
        except subprocess.TimeoutExpired:
            return ("does not end", b"", b"")

    def ours(self, version, algorithm):
        try:
            return self.run([self.gcrefs, "run", "--python=" + version,
                             "--algorithm=" + algorithm, "program.py"])
        except subprocess.TimeoutExpired:
            return ("does not end", b"", b"")

    def write(self, pieces):
        with open(os.path.join(self.place, "program.py"), "w") as file:
            file.write(text_of(pieces))

    def outcomes(self, pieces, version, algorithm):
        """What the real interpreter does, and what gcrefs does."""
        self.write(pieces)
        return self.real(version), self.ours(version, algorithm)

    def is_settled(self, version, real):
        """Does the program do the same whatever the addresses are?"""
        return real == self.real(version, UNUSED="x" * 3000) and real == self.real(
            version, PYTHONUNBUFFERED="1", LONGER="y" * 9000)

    def differs(self, pieces, version, algorithm, status=None):
        if self.auto and not starts_clean(pieces):
            return False
        real, ours = self.outcomes(pieces, version, algorithm)
        if real == ours or real[0] == "does not end" or status not in (None, real[0]):
            return False
        return self.is_settled(version, real)


def seeds_of(words):
    for word in words or ["1-200"]:
        first, _, last = word.partition("-")
        for seed in range(int(first), int(last or first) + 1):
            yield seed


def show_outcome(name, outcome):
    print("  %s: status %s" % (name, outcome[0]))
    lines = outcome[1].split(b"\n")[:-1] + [
        b"! " + line for line in outcome[2].split(b"\n")[:-1]]
    for line in lines[-30:]:
        print("    " + line.decode("utf-8", "replace"))


class Search:
    def __init__(self, options):
        self.options = options
        self.runner = Runner(
            options.gcrefs, record.find_interpreters(), options.auto)
        self.tried = 0
        self.different = 0

    def statements(self, seed, version):
        maker = fuzz_maker.Maker(seed, self.options.auto, version)
        return maker.program(self.options.length)

    def batch(self, seeds, version):
        pieces = whole(["known = None", "known = set(globals())"])
        for seed in seeds:
            pieces.append(CLEAN % seed)
            pieces += self.statements(seed, version)
        return pieces

    def report(self, pieces, name, version, algorithm):
        self.different += 1
        if not self.options.long:
            status = self.runner.outcomes(pieces, version, algorithm)[0][0]
            pieces = fuzz_shorten.shorten(
                pieces, lambda p: self.runner.differs(p, version, algorithm, status))
        os.makedirs(self.options.keep, exist_ok=True)
        path = os.path.join(self.options.keep, "seed-%s-%s.py" % (name, version))
        with open(path, "w") as file:
            file.write(text_of(pieces))
        print("%s differs under %s with %s, in %s:" % (name, version, algorithm, path))
        print("    " + text_of(pieces).rstrip().replace("\n", "\n    "))
        real, ours = self.runner.outcomes(pieces, version, algorithm)
        show_outcome("real", real)
        show_outcome("gcrefs", ours)
        sys.stdout.flush()

    def is_full(self):
        return self.different >= self.options.stop

    def look_at(self, pieces, name, version):
        """Whether the program differs with one of the algorithms; then it is reported."""
        self.runner.write(pieces)
        real = self.runner.real(version)
        for algorithm in ALGORITHMS:
            self.runner.write(pieces)
            if real == self.runner.ours(version, algorithm):
                continue
            if self.runner.is_settled(version, real):
                self.report(pieces, name, version, algorithm)
                return True
        return False

    def try_batch(self, seeds, version):
        """One after another in one process; what differs there, each alone."""
        self.tried += len(seeds)
        pieces = self.batch(seeds, version)
        self.runner.write(pieces)
        real = self.runner.real(version)
        if len(seeds) > 1 and all(
                real == self.runner.ours(version, a) for a in ALGORITHMS):
            return
        found = False
        for seed in seeds:
            if not self.is_full():
                found |= self.look_at(
                    whole(self.statements(seed, version)), str(seed), version)
        if not found and len(seeds) > 1 and not self.is_full():
            self.look_at(pieces, "%d-%d" % (seeds[0], seeds[-1]), version)

    def search(self, seeds, versions):
        size = self.options.batch or (1 if self.options.auto else 10)
        for at in range(0, len(seeds), size):
            for version in versions:
                if not self.is_full():
                    self.try_batch(seeds[at:at + size], version)
        print("%d programs, %d differ" % (self.tried, self.different))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", nargs="*")
    parser.add_argument("--gcrefs", default="./gcrefs")
    parser.add_argument("--python", action="append")
    parser.add_argument("--auto", action="store_true")
    parser.add_argument("--length", type=int, default=40)
    parser.add_argument("--batch", type=int, default=0)
    parser.add_argument("--keep", default="fuzz-failures")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--write")
    parser.add_argument("--stop", type=int, default=5)
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args()

    search = Search(options)
    seeds = list(seeds_of(options.seeds))
    versions = options.python or ["2.7", "3.11"]
    if "all" in versions:
        versions = sorted(search.runner.interpreters, key=record.version_key)
    if options.show:
        for seed in seeds:
            print(text_of(whole(search.statements(seed, versions[0]))))
        return 0
    if options.write:
        name = "random-%d-%d.py" % (seeds[0], seeds[-1])
        with open(os.path.join(options.write, name), "w") as file:
            file.write("# versions: %s\n" % " ".join(versions))
            file.write(text_of(search.batch(seeds, versions[0])))
        return 0
    search.search(seeds, versions)
    return 1 if search.different else 0


if __name__ == "__main__":
    sys.exit(main())
