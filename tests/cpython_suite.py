#!/usr/bin/env python3
"""Run CPython's own tests of gc, weakref and finalization with gcrefs.

    tests/cpython_suite.py [OPTION]... [VERSION | FILE | METHOD]...

        --gcrefs FILE       the program, ./gcrefs if not given
        --python X.Y=PATH   use this interpreter (may be repeated); without it, those
                            that tests/record.py finds
        --keep DIR          leave the programs there
        -j N                programs at a time (default 2)
        -v                  every method and how it went

VERSION is X.Y, 2.7 3.8 3.11 3.13 if none is given; FILE one of gc, weakref,
finalization; METHOD a method's name, for which its programs' outputs are shown.

The test files are those of the installed interpreters, read where they are; nothing
of them is stored.  Of each method a program is made: the imports, functions and
classes that it needs (tests/cpython_outline.py says what a file is made of), the
stand-ins for unittest and test.support that it needs (tests/cpython_standin.py), its
class with setUp, tearDown and the helpers, and that one method.  Methods that a class
of the file has from a file it imports (mapping_tests) count as the file's.

A method is left out when what it says, with the functions and classes it calls, names
one of the words of NEEDS; setUp and tearDown do not count.  The others run under the
real interpreter; those that pass there run under `gcrefs run`.  The table says of each
file: methods, left out, passed really, passed with gcrefs; below it stands why each was
left out, which do not pass really, and how the others fail, with an explanation.
Status 1 if, of a file, more than 35 % are left out or fewer than 95 % of those that pass
really pass.
"""

import argparse
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile

import record

HERE = os.path.dirname(os.path.abspath(__file__))
STANDIN = os.path.join(HERE, "cpython_standin.py")
VERSIONS = ["2.7", "3.8", "3.11", "3.13"]
FILES = ["gc", "weakref", "finalization"]
TIMEOUT = 120
MOST_LEFT_OUT = 0.35
LEAST_PASSED = 0.95

NEEDS = {
    "threads": "threading thread _thread threading_helper start_threads Thread",
    "processes": "subprocess Popen script_helper assert_python_ok executable fork"
                 " assert_python_failure run_python_until_end make_script",
    "files": "open TESTFN temp_dir unlink tempfile",
    "a C test module": "_testcapi _testinternalcapi ctypes with_tp_del without_gc"
                       " ContainerNoGC",
    "pickle": "pickle cPickle",
    "random": "random",
}

# Modules of which the stand-in has what is needed.
STOOD_IN = {"test", "test_support", "unittest", "doctest", "_testcapi"}

FIXTURE = {"setUp", "tearDown"}

# Why a method does not pass, really or with gcrefs; one that does needs no line.
EXPLAINED = {
    "test_get_count": "alone it fails under unittest, too: one object more",
    "test_get_objects_arguments": "alone it fails under unittest, too: the first keyword"
                                  " argument makes one object more",
    "test_function": "runs a text by exec",
    "test_is_tracked": "makes a bytearray",
    "test_get_referents_on_capsule": "the capsule of _datetime, a module in C",
    "test_ref_repr": "the repr of a reference asks no __name__ that is a property",
    "test_proxy_unicode": "bytes() of an object with __bytes__",
    "test_arg_errors": "3.8: the module warnings",
}


class Source:
    """A file and what it is made of."""

    def __init__(self, interpreter, path):
        said = subprocess.run(
            [interpreter, os.path.join(HERE, "cpython_outline.py"), path],
            check=True, stdout=subprocess.PIPE).stdout
        with open(path, encoding="utf-8") as file:
            self.lines = file.read().split("\n")
        self.items = [item for item in json.loads(said)
                      if path == STANDIN or not self.is_stood_in(item)]
        self.by_name = {}
        for item in self.items:
            item["source"] = self
            for name in item["defines"]:
                self.by_name.setdefault(name, []).append(item)

    @staticmethod
    def is_stood_in(item):
        if item["kind"] == "import":
            return item["module"].split(".")[0] in STOOD_IN
        return item["kind"] == "text" and not STOOD_IN.isdisjoint(item["names"])

    def text(self, first, last):
        return "\n".join(self.lines[first - 1:last]).rstrip() + "\n"


class Suite:
    """A test file of one version with what it stands on."""

    def __init__(self, version, interpreter, name):
        library = subprocess.check_output(
            [interpreter, "-c", "import os; print(os.path.dirname(os.__file__))"])
        self.folder = os.path.join(library.decode().strip(), "test")
        self.version, self.interpreter, self.name = version, interpreter, name
        path = os.path.join(self.folder, "test_%s.py" % name)
        self.missing = not os.path.exists(path)
        if self.missing:
            return
        self.sources = [
            Source(sys.executable, STANDIN),
            Source(interpreter, os.path.join(self.folder, "mapping_tests.py")),
            Source(interpreter, path),
        ]

    def defining(self, name, sources=None):
        """The items that bind a name, those of the nearest file."""
        for source in reversed(sources or self.sources):
            if name in source.by_name:
                return source.by_name[name]
        return []

    def line_of_bases(self, item):
        """A class and the classes it is derived from, as far as they are here."""
        result = [item]
        for base in item["bases"]:
            for found in self.defining(base.split(".")[-1]):
                if found["kind"] == "class" and found not in result:
                    result += self.line_of_bases(found)
        return result

    def is_case(self, item):
        return any("TestCase" in c["defines"] for c in self.line_of_bases(item))

    def methods(self):
        """(class, method) of every test method of the file."""
        for item in self.sources[-1].items:
            if item["kind"] != "class" or not self.is_case(item):
                continue
            seen = set()
            for part in self.line_of_bases(item):
                for member in part["members"]:
                    name = (member["defines"] or [""])[0]
                    if name.startswith("test_") and name not in seen:
                        seen.add(name)
                        yield item, member

    def closure(self, case, method):
        """What a method says, with the functions and classes it calls."""
        members = [m for part in self.line_of_bases(case) for m in part["members"]]
        reached, todo = [], [method]
        while todo:
            item = todo.pop()
            if item in reached:
                continue
            reached.append(item)
            for name in item["names"]:
                todo += self.defining(name, self.sources[1:])
            todo += [member for member in members
                     if not set(member["defines"]).isdisjoint(item["attributes"])]
        return reached

    def left_out(self, case, method):
        """Why a method is left out, None if it is not."""
        said = set()
        for item in self.closure(case, method):
            if item["kind"] == "import":
                said.update(item["module"].split("."))
            said.update(item["names"], item["attributes"], item["defines"])
        for reason, words in NEEDS.items():
            if not said.isdisjoint(words.split()):
                return reason
        return None

    def program(self, case, method):
        """The text of the program that runs a method."""
        return Program(self, case, method).text()


class Program:
    def __init__(self, suite, case, method):
        self.suite, self.case, self.method = suite, case, method
        self.name = method["defines"][0]
        self.wanted = {"run", self.name}
        self.picked = []
        self.grow()

    def grow(self):
        """Picks what is needed, and what that needs, until no more is."""
        picked = self.suite.line_of_bases(self.case)
        while len(picked) > len(self.picked):
            self.picked = picked
            while self.want():
                pass
            picked = [item for source in self.suite.sources for item in source.items
                      if item in picked or self.is_needed(item)]

    def want(self):
        before = len(self.wanted)
        for item in self.picked:
            for part in self.parts(item):
                self.wanted.update(part["names"], part["attributes"])
        return len(self.wanted) > before

    def is_needed(self, item):
        return any(name in self.wanted and item in self.suite.defining(name)
                   for name in item["defines"])

    def is_reduced(self, item):
        return item["kind"] == "class" and (
            item["source"] is self.suite.sources[0] or self.suite.is_case(item))

    def parts(self, item):
        """The item itself, or of a class of tests the members that stay."""
        if not self.is_reduced(item):
            return [item]
        head = {"names": [base.split(".")[0] for base in item["bases"]],
                "attributes": [base.split(".")[-1] for base in item["bases"]]}
        return [head] + [m for m in item["members"] if self.stays(item, m)]

    def stays(self, item, member):
        name = (member["defines"] or [""])[0]
        if member["kind"] != "def":
            return item["source"] is not self.suite.sources[0] or name in self.wanted
        if name.startswith("test_"):
            return name == self.name
        return name in FIXTURE or name.startswith("__") or name in self.wanted

    def text_of(self, item):
        source = item["source"]
        if not self.is_reduced(item):
            return source.text(*item["lines"])
        first, last = item["lines"][0], item["head"]
        text = source.text(first, last).replace("mapping_tests.", "")
        members = [m for m in item["members"] if self.stays(item, m)]
        return text + ("".join(source.text(*m["lines"]) for m in members) or "    pass\n")

    def text(self):
        imports = {item["text"]: None for item in self.picked if item["kind"] == "import"}
        pieces = [self.text_of(item) for item in self.picked if item["kind"] != "import"]
        call = 'run(%s("%s"))\n' % (self.case["defines"][0], self.name)
        return "\n".join(list(imports) + pieces + [call])


def run(command, directory):
    """(passed, what was printed)."""
    try:
        done = subprocess.run(
            command, cwd=directory, env=record.environment(), timeout=TIMEOUT,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except subprocess.TimeoutExpired:
        return False, "does not end in %d seconds" % TIMEOUT
    text = done.stdout.decode("utf-8", "replace").rstrip("\n")
    return done.returncode == 0 and text.endswith("ok"), text


class Outcome:
    """How one method went."""

    def __init__(self, suite, case, method, reason):
        self.suite, self.reason = suite, reason
        self.case, self.method = case["defines"][0], method["defines"][0]
        self.really = self.ours = False
        self.said = ["", ""]

    def __str__(self):
        return "%s.%s" % (self.case, self.method)

    def explanation(self):
        why = EXPLAINED.get(self.method)
        return " [%s]" % why if why else ""

    def last_line(self, which):
        lines = [line for line in self.said[which].split("\n") if line.strip()]
        for line in lines:
            if line.startswith("gcrefs: "):
                return line
        return lines[-1] if lines else "nothing printed"


def try_method(suite, case, method, options, directory):
    outcome = Outcome(suite, case, method, suite.left_out(case, method))
    if outcome.reason:
        return outcome
    name = "%s-%s-%s.py" % (suite.version, outcome.case, outcome.method)
    with open(os.path.join(directory, name), "w", encoding="utf-8") as file:
        file.write(suite.program(case, method))
    outcome.really, outcome.said[0] = run([suite.interpreter, name], directory)
    if outcome.really:
        outcome.ours, outcome.said[1] = run(
            [options.gcrefs, "run", "--python=" + suite.version, name], directory)
    return outcome


def percent(part, whole):
    return "%.1f %%" % (100 * part / whole) if whole else "-"


def report(suite, outcomes, options):
    """Prints a file's row and its lists; whether it is as it has to be."""
    out = [o for o in outcomes if o.reason]
    unreal = [o for o in outcomes if not o.reason and not o.really]
    good = [o for o in outcomes if o.ours]
    bad = [o for o in outcomes if o.really and not o.ours]
    row = "%-5s%-14s%4d methods, %3d left out (%s), %3d pass really, %3d with gcrefs (%s)"
    print(row % (suite.version, suite.name, len(outcomes), len(out),
                 percent(len(out), len(outcomes)), len(good) + len(bad), len(good),
                 percent(len(good), len(good) + len(bad))))
    for o in out:
        print("      out     %s: %s" % (o, o.reason))
    for o in unreal:
        print("      unreal  %s: %s%s" % (o, o.last_line(0), o.explanation()))
    for o in bad:
        print("      FAILS   %s: %s%s" % (o, o.last_line(1), o.explanation()))
    if options.v:
        for o in good:
            print("      ok      %s" % o)
    if options.methods:
        for o in outcomes:
            print("really: %s\n\nwith gcrefs: %s" % tuple(o.said))
    sys.stdout.flush()
    return (len(out) <= MOST_LEFT_OUT * len(outcomes)
            and len(good) >= LEAST_PASSED * (len(good) + len(bad)))


def try_suite(suite, options, directory):
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        waiting = [
            pool.submit(try_method, suite, case, method, options, directory)
            for case, method in suite.methods()
            if not options.methods or method["defines"][0] in options.methods]
        return report(suite, [one.result() for one in waiting], options)


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*")
    parser.add_argument("--gcrefs", default="./gcrefs")
    parser.add_argument("--python", action="append", metavar="X.Y=PATH")
    parser.add_argument("--keep", metavar="DIR")
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("-v", action="store_true")
    options = parser.parse_args()
    options.gcrefs = os.path.abspath(options.gcrefs)
    options.methods = [w for w in options.what if w.startswith("test_")]
    options.files = [w for w in options.what if w in FILES] or FILES
    options.versions = [w for w in options.what if w[0].isdigit()] or VERSIONS
    return options


def main():
    options = arguments()
    if options.python:
        interpreters = dict(item.split("=", 1) for item in options.python)
    else:
        interpreters = record.find_interpreters()
    directory = options.keep or tempfile.mkdtemp(prefix="cpython-suite-")
    os.makedirs(directory, exist_ok=True)
    good = True
    for version in options.versions:
        if version not in interpreters:
            sys.exit("cpython_suite.py: no interpreter of %s" % version)
        for name in options.files:
            suite = Suite(version, interpreters[version], name)
            if not suite.missing:
                good &= try_suite(suite, options, directory)
    if not options.keep:
        shutil.rmtree(directory)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
