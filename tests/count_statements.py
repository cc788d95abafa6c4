#!/usr/bin/env python3
"""Compare how statements move gc.get_count() in gcrefs and in the real interpreters.

    tests/count_statements.py [OPTION]... [WORD]...

Makes a program of every statement of tests/count_statements.txt: a full collection,
the statement, and by how much the count of generation 0 has grown over it; then the
statement once more (if it can run twice), with what the first run has left on the
free lists.  Runs it under the real interpreters (found as tests/record.py finds
them) and under `gcrefs run`, and lists the statements whose numbers differ.  With
words, only statements or families that contain one of them.

    --gcrefs PATH       the program to test (default ./gcrefs)
    --python X.Y        a version to compare (may be repeated; default 2.7 and 3.11)
    --cache DIR         keep the real numbers there, and use those that are there
    --show              only print the programs
    --all               list the statements that agree too
    --write DIR         write one program a family, gccount-FAMILY.py, for recording: of
                        the statements that agree in all of the versions

A statement that a version does not know, or that fails there, is passed over for
that version.  For developers: no test runs it, the written programs are tests.
"""

import argparse
import concurrent.futures
import hashlib
import os
import re
import subprocess
import sys
import tempfile

import record

HERE = os.path.dirname(os.path.abspath(__file__))
STATEMENTS = os.path.join(HERE, "count_statements.txt")
PRELUDE_END = "# families"
CONTINUES = re.compile(r"\s|(else|elif|except|finally)\b|\)|\]|\}")
TIMEOUT = 60
MARK = "count:"

# What a full collection leaves on 2.7's free lists is used up.
EXHAUST = """\
held += [[[] for i in range(90)], [{} for i in range(90)], [set() for i in range(90)]]
gc.collect()
"""


class Entry:
    def __init__(self, family, setup, statement):
        self.family = family
        self.setup = setup
        self.statement = statement

    def text(self):
        return self.setup + self.statement


def statements_of(lines):
    """Splits lines into statements, each with the lines that belong to it."""
    found = []
    for line in lines:
        if found and (CONTINUES.match(line) or found[-1].startswith("@")
                      and not re.search(r"^(def|class)", found[-1], re.M)):
            found[-1] += line + "\n"
        else:
            found.append(line + "\n")
    return found


def read_entries():
    with open(STATEMENTS) as f:
        prelude, text = f.read().split(PRELUDE_END + "\n")
    entries = []
    family = ""
    for block in re.split(r"\n\n+", text.strip()):
        lines = block.split("\n")
        if lines[0].startswith("["):
            family = lines.pop(0)[1:-1]
        if "--" in lines:
            at = lines.index("--")
            setup = "".join(line + "\n" for line in lines[:at])
            statement = "".join(line + "\n" for line in lines[at + 1:])
            entries.append(Entry(family, setup, statement))
        else:
            entries += [Entry(family, "", s) for s in statements_of(lines)]
    return prelude, entries


def measure(entry, times):
    parts = [entry.setup, EXHAUST, "n0 = gc.get_count()[0]\n"]
    for i in range(1, times + 1):
        parts.append("%sn%d = gc.get_count()[0]\n" % (entry.statement, i))
    shown = ", ".join("n%d - n%d" % (i, i - 1) for i in range(1, times + 1))
    form = " ".join(["%d"] * times)
    parts.append('print("%s %s" %% (%s))\n' % (MARK, form, shown + "," * (times == 1)))
    return "".join(parts)


def program(prelude, entries, times):
    parts = [prelude]
    for entry in entries:
        parts.append("\n" + measure(entry, times))
    return "".join(parts)


def run(command, text):
    with tempfile.TemporaryDirectory() as directory:
        with open(os.path.join(directory, "prog.py"), "w") as f:
            f.write(text)
        environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")
        try:
            done = subprocess.run(command + ["prog.py"], cwd=directory, timeout=TIMEOUT,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, env=environment)
        except subprocess.TimeoutExpired:
            return "timeout"
    out = done.stdout.decode("utf-8", "replace")
    numbers = [line[len(MARK):].strip() for line in out.split("\n")
               if line.startswith(MARK)]
    if done.returncode != 0 or not numbers:
        err = done.stderr.decode("utf-8", "replace").strip().split("\n")
        return "! " + err[-1]
    return "; ".join(numbers)


def cached(options, version, command, text):
    if not options.cache:
        return run(command, text)
    os.makedirs(options.cache, exist_ok=True)
    key = hashlib.sha1((version + text).encode()).hexdigest()
    path = os.path.join(options.cache, key)
    if not os.path.exists(path):
        with open(path, "w") as f:
            f.write(run(command, text))
    with open(path) as f:
        return f.read()


def compare(options, version, interpreter, prelude, entry):
    """What the real one says, what gcrefs says; None: not of this version."""
    for times in (2, 1):
        text = program(prelude, [entry], times)
        real = cached(options, version, [interpreter], text)
        if not real.startswith("!"):
            break
    else:
        return None
    gcrefs = [os.path.abspath(options.gcrefs), "run", "--python=" + version]
    return real, run(gcrefs, text)


def compare_all(options, version, interpreter, prelude, entries):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(
            lambda e: compare(options, version, interpreter, prelude, e), entries))
    tried = [(e, r) for e, r in zip(entries, results) if r]
    differ = 0
    for entry, (real, ours) in tried:
        if real != ours:
            differ += 1
        if real != ours or options.all:
            text = (entry.setup + "--\n" if entry.setup else "") + entry.statement
            print("%s %s: real %s, gcrefs %s" % (version, entry.family, real, ours))
            print("    " + text.strip().replace("\n", "\n    "))
    print("%s: %d of %d statements agree" % (version, len(tried) - differ, len(tried)))
    return differ


def agrees(options, interpreters, prelude, entry):
    """Whether all versions know the statement and gcrefs has their numbers."""
    for version in options.python:
        result = compare(options, version, interpreters[version], prelude, entry)
        if not result or result[0] != result[1]:
            return False
    return True


def first_difference(options, interpreters, text):
    """The number of the first measure that a real interpreter has not; or None."""
    gcrefs = [os.path.abspath(options.gcrefs), "run"]
    for version in options.python:
        real = run([interpreters[version]], text).split("; ")
        ours = run(gcrefs + ["--python=" + version], text).split("; ")
        for i, (a, b) in enumerate(zip(real, ours)):
            if a != b:
                return i
        if len(real) != len(ours):
            return min(len(real), len(ours))
    return None


def write_programs(options, interpreters, prelude, entries):
    for family in dict.fromkeys(e.family for e in entries):
        name = family.split()[0]
        members = [e for e in entries if e.family == family
                   and agrees(options, interpreters, prelude, e)]
        while members:
            text = program(prelude, members, 1)
            wrong = first_difference(options, interpreters, text)
            if wrong is None:
                break
            del members[wrong:wrong + 1]
        if not members:
            continue
        with open(os.path.join(options.write, "gccount-%s.py" % name), "w") as f:
            f.write("# how gc.get_count() moves: %s\n" % name)
            f.write("# versions: %s\n" % ", ".join(options.python) + text)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--gcrefs", default="./gcrefs")
    parser.add_argument("--python", action="append")
    parser.add_argument("--cache")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--write")
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    prelude, entries = read_entries()
    if options.words:
        entries = [e for e in entries if e.family in options.words
                   or any(word in e.text() for word in options.words)]
    if options.show:
        for entry in entries:
            print(program(prelude, [entry], 2))
        return 0
    options.python = options.python or ["2.7", "3.11"]
    interpreters = record.find_interpreters()
    if options.write:
        write_programs(options, interpreters, prelude, entries)
        return 0
    differ = 0
    for version in options.python:
        differ += compare_all(options, version, interpreters[version], prelude, entries)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
