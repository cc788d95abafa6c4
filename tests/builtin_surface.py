#!/usr/bin/env python3
"""Which built-in names and attributes gcrefs has, refuses, or wrongly denies.

    tests/builtin_surface.py [--gcrefs GCREFS] [--python X.Y]... [-v]

For every version with an interpreter under `pyenv root`: asks the real one for its
built-in names, for the names of the modules gc, sys and weakref, and for the attributes
of a value of each built-in type; then asks gcrefs for the same, one program each.

    has       gcrefs gives a value
    refuses   it stops with status 2 and says that this is outside its language
    denies    it says that there is no such thing (NameError, AttributeError)

Prints the three numbers of each version, and what is denied; with -v also what is
refused.  Status 1 if anything is denied.  A tool for developers: `make check` does not
run it.
"""
import argparse
import concurrent.futures
import glob
import json
import os
import subprocess
import sys
import tempfile

PREPARE = """import gc, sys, weakref
def f(): yield
def cell():
    x = 1
    return (lambda: x).__closure__[0]
class C(object):
    def m(self): pass
class S(object):
    __slots__ = ["slot"]
class G:
    def __getitem__(self, i): pass
try:
    raise ValueError(1)
except ValueError:
    tb = sys.exc_info()[2]
c = C()
"""
BOTH = """object() type None NotImplemented Ellipsis 1 True 1.5 1j u'' b'' [] () {} set()
frozenset() slice(1) f c.m len list.append list.__len__ [].__len__ type(f).__code__ S.slot
C.__dict__ f.__code__ sys._getframe() f() tb cell() gc weakref.ref(c) weakref.proxy(c)
property() staticmethod(f) classmethod(f) super(C,c) sys.stdout iter([]) reversed([])
iter(()) iter(set()) iter({}) iter(G()) iter(f,1) enumerate([]) reversed(u'') ValueError(1)
KeyError(1) StopIteration() SystemExit() OSError() sys.version_info C c"""
ONLY = {
    2: """xrange(1) long(1) iter(xrange(1)) {}.itervalues() {}.iteritems() {}.viewkeys()
{}.viewvalues() {}.viewitems() buffer('') bytearray() G G()""",
    3: """range(1) iter(range(1)) iter('') iter(b'') iter({}.values()) iter({}.items()) zip()
map(f,[]) filter(f,[]) {}.keys() {}.values() {}.items() bytearray() memoryview(b'')""",
}
PASSING = {"exc_type", "exc_value", "exc_traceback", "last_type", "last_value",
           "last_traceback", "last_exc", "__cached__", "__builtins__", "__warningregistry__"}


def interpreters():
    root = subprocess.check_output(["pyenv", "root"], text=True).strip()
    found = {}
    for path in glob.glob(os.path.join(root, "versions", "*", "bin", "python")):
        major, minor = path.split(os.sep)[-3].split(".")[:2]
        if major in "23":
            found["%s.%s" % (major, minor)] = path
    return dict(sorted(found.items(), key=lambda v: [int(n) for n in v[0].split(".")]))


def questions(python, version):
    """[(label, program)] of all that the real interpreter has."""
    values = (BOTH + " " + ONLY[int(version[0])]).split()
    ask = PREPARE + """
import json
try: import builtins
except ImportError: import __builtin__ as builtins
out = {}
for text in %r:
    o = eval(text)
    out[text] = [n for n in dir(o) if hasattr(o, n)]
print(json.dumps([sorted(vars(builtins)),
    {"gc": sorted(vars(gc)), "sys": sorted(vars(sys)), "weakref": sorted(vars(weakref))}, out]))
""" % values
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(ask)
        file.flush()
        names, modules, attributes = json.loads(
            subprocess.check_output([python, file.name], text=True))
    for name in names:
        if name not in ("True", "False", "None"):
            yield name, name + "\n"
    for module, has in modules.items():
        for name in set(has) - PASSING:
            yield module + "." + name, "import %s\n%s.%s\n" % (module, module, name)
    for text, has in attributes.items():
        for name in has:
            yield "(%s).%s" % (text, name), "%sx = %s\nx.%s\n" % (PREPARE, text, name)


def answer(gcrefs, version, program):
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(program)
        file.flush()
        run = subprocess.run([gcrefs, "run", "--python=" + version, file.name],
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = run.stderr.decode(errors="replace")
    if run.returncode == 2 and "outside gcrefs's language" in error:
        return "refuses"
    if run.returncode == 0:
        return "has"
    return "denies"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gcrefs", default="./gcrefs")
    parser.add_argument("--python", action="append", metavar="X.Y")
    parser.add_argument("-v", dest="verbose", action="store_true")
    options = parser.parse_args()
    denied = 0
    for version, python in interpreters().items():
        if options.python and version not in options.python:
            continue
        asked = list(questions(python, version))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(
                lambda q: answer(options.gcrefs, version, q[1]), asked))
        print(version, ", ".join(
            "%s %d" % (kind, answers.count(kind)) for kind in ("has", "refuses", "denies")))
        for (label, _), kind in zip(asked, answers):
            if kind == "denies" or (options.verbose and kind == "refuses"):
                print("  %s %s" % (kind, label))
        denied += answers.count("denies")
    return 1 if denied else 0


sys.exit(main())
