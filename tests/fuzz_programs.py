#!/usr/bin/env python3
"""Look for programs that gcrefs runs differently than the real interpreters.

    tests/fuzz_programs.py [OPTION]... [SEED | FIRST-LAST]...

Makes a random program about objects from each seed, runs it under the real
interpreters (found as tests/record.py finds them) and under `gcrefs run` with both
algorithms, and compares standard output, standard error and status.  A program
that differs is made as short as it can be while it still differs, and is kept.

    --gcrefs PATH       the program to test (default ./gcrefs)
    --python X.Y        a version to compare (may be repeated; default 2.7 and 3.11)
    --auto              programs with automatic collections, whose exact moments
                        have to agree
    --length N          statements a program (default 40)
    --keep DIR          where to put what differs (default fuzz-failures)
    --show              only print the programs
    --stop N            stop after N different programs (default 5)

The seeds default to 1-200; the same seed always makes the same program.  For
developers: this needs Python 3.6 and the real interpreters, and no test runs it.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile

import record

ALGORITHMS = ["five-step", "cpython"]
TIMEOUT = 60

PRELUDE = '''\
import gc
import sys
import weakref


class A(object):
    pass


class B(A):
    def get(self):
        return self


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)

    def get(self):
        return self.name


class E(D):
    def __del__(self):
        print("del E %s" % self.name)
        self.name = None
        if hasattr(self, "a"):
            del self.a


class R(D):
    def __del__(self):
        print("saving %s" % self.name)
        if self.name != "once":
            self.name = "once"
            saved.append(self)


class S(object):
    __slots__ = ("a", "b", "__weakref__")


def watch(name):
    def callback(ref):
        print("callback %s %s" % (name, ref() is None))
    return callback


def collecting(name):
    def callback(ref):
        print("callback %s collects %d" % (name, gc.collect()))
    return callback


def keep(x, y):
    def kept():
        return x
    return kept


def garbage():
    for thing in gc.garbage:
        print("garbage %s" % type(thing).__name__)


def alive():
    seen = []
    for ref in refs:
        seen.append(ref() is not None)
    print(seen)


saved = []
refs = []
gc.collect()
'''

INSTANCES = ["A", "B", "D", "E", "R", "S"]
NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"]
# S has slots for the first two only.
ATTRIBUTES = ["a", "b", "c", "me"]
KEYS = ["a", "b", "k", "key"]


class Maker:
    """Makes statements; knows what kind of object each name refers to now."""

    def __init__(self, seed, auto):
        self.random = random.Random(seed)
        self.auto = auto
        self.kind = {}
        self.serial = 0
        self.functions = []

    def any_name(self, kinds=None):
        names = sorted(n for n, k in self.kind.items() if kinds is None or k in kinds)
        return self.random.choice(names) if names else None

    def new_serial(self):
        self.serial += 1
        return self.serial

    def attribute(self, kind):
        return self.random.choice(ATTRIBUTES[:2] if kind == "S" else ATTRIBUTES)

    def instance(self, kind):
        if kind in ("D", "E", "R"):
            return '%s("%s%d")' % (kind, kind.lower(), self.new_serial())
        return "%s()" % kind

    def expression(self):
        """A new object: its kind and its text."""
        choice = self.random.random()
        x = self.any_name() or "None"
        y = self.any_name() or "None"
        if choice < 0.55:
            kind = self.random.choice(INSTANCES)
            return kind, self.instance(kind)
        if choice < 0.70:
            return "list", self.random.choice(["[]", "[%s]" % x, "[%s, %s]" % (x, y)])
        if choice < 0.80:
            return "dict", self.random.choice(
                ["{}", '{"k": %s}' % x, '{"a": %s, "key": %s}' % (x, y)])
        if choice < 0.88:
            return "tuple", self.random.choice(["(%s,)" % x, "(%s, %s)" % (x, y)])
        if choice < 0.94:
            return "function", "keep(%s, %s)" % (x, y)
        return "method", "%s.get" % self.instance(self.random.choice(["B", "D"]))

    def bind(self):
        name = self.random.choice(NAMES)
        kind, text = self.expression()
        self.kind[name] = kind
        return "%s = %s" % (name, text)

    def alias(self):
        old = self.any_name()
        new = self.random.choice(NAMES)
        if old is None:
            return self.bind()
        self.kind[new] = self.kind[old]
        return "%s = %s" % (new, old)

    def unbind(self):
        name = self.any_name()
        if name is None:
            return self.bind()
        del self.kind[name]
        return "del %s" % name

    def store(self):
        name = self.any_name(INSTANCES + ["list", "dict", "function"])
        value = self.any_name()
        if name is None:
            return self.bind()
        kind = self.kind[name]
        if kind == "list":
            return "%s.append(%s)" % (name, value)
        if kind == "dict":
            return '%s["%s"] = %s' % (name, self.random.choice(KEYS), value)
        return "%s.%s = %s" % (name, self.attribute(kind), value)

    def store_new(self):
        name = self.any_name(INSTANCES + ["list", "dict"])
        if name is None:
            return self.bind()
        kind, text = self.expression()
        if self.kind[name] == "list":
            return "%s.append(%s)" % (name, text)
        if self.kind[name] == "dict":
            return '%s["%s"] = %s' % (name, self.random.choice(KEYS), text)
        return "%s.%s = %s" % (name, self.attribute(self.kind[name]), text)

    def remove(self):
        name = self.any_name(INSTANCES + ["list", "dict"])
        if name is None:
            return self.bind()
        kind = self.kind[name]
        if kind == "list":
            return self.random.choice(
                ["if {0}:\n    {0}.pop()", "if {0}:\n    {0}.pop(0)", "del {0}[:]",
                 "{0}.reverse()", "{0}[1:] = []"]).format(name)
        if kind == "dict":
            return self.random.choice(
                ['if "{1}" in {0}:\n    del {0}["{1}"]', '{0}.pop("{1}", None)',
                 "{0}.clear()"]).format(name, self.random.choice(KEYS))
        return "if hasattr({0}, \"{1}\"):\n    del {0}.{1}".format(
            name, self.attribute(kind))

    def weak(self):
        name = self.any_name(INSTANCES + ["function"])
        if name is None:
            return self.bind()
        tail = self.random.choice(
            ["", "", ', watch("w%d")', ', watch("w%d")', ', collecting("w%d")'])
        if tail:
            tail = tail % self.new_serial()
        target = self.random.choice(["refs.append(%s)"] * 3 + ["%s.w = %%s" % name])
        if "refs" not in target and self.kind[name] == "S":
            target = "refs.append(%s)"
        return target % ("weakref.ref(%s%s)" % (name, tail))

    def collect(self):
        return "print(gc.collect(%s))" % self.random.choice(["", "", "0", "0", "1", "2"])

    def look(self):
        name = self.any_name()
        choices = ["alive()", "garbage()", "print(gc.get_count()[1:])",
                   "print(len(saved))"]
        if name:
            choices += ["print(gc.is_tracked(%s))" % name,
                        "print(sys.getrefcount(%s))" % name,
                        "print(len(gc.get_referents(%s)))" % name]
        return self.random.choice(choices)

    def clean(self):
        return self.random.choice(
            ["del saved[:]", "del refs[:]", "del gc.garbage[:]",
             "if gc.garbage and hasattr(gc.garbage[0], \"a\"):\n    del gc.garbage[0].a"])

    def call(self):
        """A function with locals, defined and called at once."""
        number = self.new_serial()
        inner = Maker(self.random.random(), False)
        inner.serial = self.new_serial() * 100
        lines = [inner.statement(local=True) for _ in range(self.random.randint(2, 7))]
        last = inner.any_name()
        if last and self.random.random() < 0.4:
            lines.append("return %s" % last)
        body = "\n".join(lines).replace("\n", "\n    ")
        return "def f%d():\n    %s\n\n\nf%d()" % (number, body, number)

    def loop(self):
        kind = self.random.choice(["A", "D", "list", "dict"])
        body = {
            "A": "x = A()\n    x.a = x",
            "D": 'x = D("l%%d" %% i)\n    x.a = [x]',
            "list": "x = []\n    x.append([x, i])",
            "dict": 'x = {}\n    x["k"] = {"k": x}',
        }[kind]
        self.kind["x"] = kind
        return "for i in range(%d):\n    %s" % (
            self.random.choice([2, 5, 30] if self.auto else [1, 2, 3]),
            body.replace("%%", "%"))

    def make_class(self):
        number = self.new_serial()
        body = self.random.choice(
            ["pass", "attr = []", "def get(self):\n        return self"])
        text = "class K%d(%s):\n    %s\n\n\n" % (
            number, self.random.choice(["object", "A"]), body)
        name = self.random.choice(NAMES)
        self.kind[name] = "A"
        return text + "{0} = K{1}()\n{0}.a = {0}\ndel K{1}".format(name, number)

    def threshold(self):
        if not self.auto:
            return self.collect()
        return "gc.set_threshold(%d, %d, %d)" % (
            self.random.choice([0, 3, 5, 10, 50]), self.random.randint(1, 3),
            self.random.randint(1, 3))

    def statement(self, local=False):
        makers = [(self.bind, 14), (self.alias, 4), (self.unbind, 8), (self.store, 16),
                  (self.store_new, 8), (self.remove, 5), (self.weak, 6),
                  (self.collect, 5)]
        if not local:
            makers += [(self.look, 6), (self.clean, 2), (self.call, 3), (self.loop, 2),
                       (self.make_class, 1), (self.threshold, 1)]
        total = sum(weight for _, weight in makers)
        at = self.random.random() * total
        for maker, weight in makers:
            at -= weight
            if at < 0:
                return maker()
        return self.bind()

    def program(self, length):
        lines = [self.statement() for _ in range(length)]
        if self.auto:
            lines.append("gc.set_threshold(0)")
        if self.random.random() < 0.5:
            lines += ["del %s" % name for name in sorted(self.kind)]
            lines += ["print(gc.collect())", "alive()", "garbage()"]
        return lines


def text_of(statements):
    return PRELUDE + "\n".join(statements) + "\n"


class Runner:
    def __init__(self, gcrefs, interpreters):
        self.gcrefs = os.path.abspath(gcrefs)
        self.interpreters = interpreters
        self.place = tempfile.mkdtemp(prefix="fuzz-")

    def run(self, command):
        process = subprocess.run(
            command, cwd=self.place, env=record.environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            timeout=TIMEOUT)
        errors = record.normalise(process.stderr).split(b"\n")
        errors = [line for line in errors if line.strip(b" ~^")]
        return process.returncode, record.normalise(process.stdout), errors

    def outcomes(self, statements, version, algorithm):
        """What the real interpreter does, and what gcrefs does."""
        with open(os.path.join(self.place, "program.py"), "w") as file:
            file.write(text_of(statements))
        real = self.run([self.interpreters[version], "program.py"])
        try:
            ours = self.run([self.gcrefs, "run", "--python=" + version,
                             "--algorithm=" + algorithm, "program.py"])
        except subprocess.TimeoutExpired:
            ours = ("does not end",)
        return real, ours

    def differs(self, statements, version, algorithm):
        """Is it a program that ends well, but not in the same way?"""
        real, ours = self.outcomes(statements, version, algorithm)
        return real[0] == 0 and real != ours


def shorten(statements, differs):
    """Leaves out statements, many at first, as long as the program differs."""
    size = len(statements) // 2
    while size:
        at = 0
        while at < len(statements):
            shorter = statements[:at] + statements[at + size:]
            if differs(shorter):
                statements = shorter
            else:
                at += size
        size //= 2
    return statements


def seeds_of(words):
    for word in words or ["1-200"]:
        first, _, last = word.partition("-")
        for seed in range(int(first), int(last or first) + 1):
            yield seed


def show_outcome(name, outcome):
    print("  %s: status %s" % (name, outcome[0]))
    if len(outcome) == 3:
        for line in outcome[1].split(b"\n")[:-1] + [b"! " + e for e in outcome[2]]:
            print("    " + line.decode("utf-8", "replace"))


def report(runner, statements, seed, version, algorithm, keep):
    shorter = shorten(statements, lambda s: runner.differs(s, version, algorithm))
    os.makedirs(keep, exist_ok=True)
    path = os.path.join(keep, "seed-%d-%s.py" % (seed, version))
    with open(path, "w") as file:
        file.write(text_of(shorter))
    print("seed %d differs under %s with %s; shortened, in %s:" % (
        seed, version, algorithm, path))
    print("    " + "\n".join(shorter).replace("\n", "\n    "))
    real, ours = runner.outcomes(shorter, version, algorithm)
    show_outcome("real", real)
    show_outcome("gcrefs", ours)
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", nargs="*")
    parser.add_argument("--gcrefs", default="./gcrefs")
    parser.add_argument("--python", action="append")
    parser.add_argument("--auto", action="store_true")
    parser.add_argument("--length", type=int, default=40)
    parser.add_argument("--keep", default="fuzz-failures")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--stop", type=int, default=5)
    options = parser.parse_args()

    versions = options.python or ["2.7", "3.11"]
    runner = Runner(options.gcrefs, record.find_interpreters())
    tried, different = 0, 0
    for seed in seeds_of(options.seeds):
        statements = Maker(seed, options.auto).program(options.length)
        if options.show:
            print(text_of(statements))
            continue
        tried += 1
        for version, algorithm in [(v, a) for v in versions for a in ALGORITHMS]:
            if runner.differs(statements, version, algorithm):
                different += 1
                report(runner, statements, seed, version, algorithm, options.keep)
                break
        if different >= options.stop:
            break
    if not options.show:
        print("%d programs, %d differ" % (tried, different))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
