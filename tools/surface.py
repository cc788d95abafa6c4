#!/usr/bin/env python3
"""Writes src/surface.def: what the built-in types and modules have, by version.

    tools/surface.py PYTHON2.7 PYTHON3.6 ... > src/surface.def

The interpreters are asked for the names in the dicts of the types of src/types.def and
in the modules that gcrefs knows.  The newest one stands for those after it.
"""
import json
import os
import re
import subprocess
import sys

TYPES = {
    "OBJECT": "object", "TYPE": "type", "NONE": "type(None)",
    "NOT_IMPLEMENTED": "type(NotImplemented)", "ELLIPSIS": "type(Ellipsis)", "INT": "int",
    "LONG": "long", "BOOL": "bool", "FLOAT": "float", "COMPLEX": "complex",
    "STR": "type(u'')", "BYTES": "type(b'')", "LIST": "list", "TUPLE": "tuple",
    "DICT": "dict", "VERSION_INFO": "type(sys.version_info)", "SET": "set",
    "FROZENSET": "frozenset", "SLICE": "slice", "RANGE": "xrange if two else range",
    "FUNCTION": "type(f)", "METHOD": "type(C().m)", "BUILTIN": "type(len)",
    "METHOD_DESCRIPTOR": "type(list.append)", "SLOT_WRAPPER": "type(list.__len__)",
    "METHOD_WRAPPER": "type([].__len__)", "GETSET_DESCRIPTOR": "type(type(f).__code__)",
    "MEMBER_DESCRIPTOR": "type(S.slot)", "DICT_PROXY": "type(C.__dict__)",
    "NAMESPACE": "type(sys.implementation)",
    "CODE": "type(f.__code__)", "FRAME": "type(sys._getframe())", "GENERATOR": "type(f())",
    "TRACEBACK": "type(tb)", "CELL": "type(cell())", "MODULE": "type(sys)",
    "WEAKREF": "weakref.ref", "PROXY": "type(weakref.proxy(c))",
    "CALLABLE_PROXY": "type(weakref.proxy(f))", "PROPERTY": "property",
    "STATICMETHOD": "staticmethod", "CLASSMETHOD": "classmethod", "SUPER": "super",
    "OLD_CLASS": "type(O)", "OLD_INSTANCE": "type(O())", "BASESTRING": "basestring",
    "FILE": "type(sys.stdout)", "LIST_ITERATOR": "type(iter([]))",
    "LIST_REVERSE_ITERATOR": "type(reversed([]))", "TUPLE_ITERATOR": "type(iter(()))",
    "STR_ITERATOR": "type(iter(u''))", "BYTES_ITERATOR": "type(iter(b''))",
    "RANGE_ITERATOR": "type(iter(xrange(1) if two else range(1)))",
    "SET_ITERATOR": "type(iter(set()))",
    "DICT_KEY_ITERATOR": "type({}.iterkeys() if two else iter({}))",
    "DICT_VALUE_ITERATOR": "type({}.itervalues() if two else iter({}.values()))",
    "DICT_ITEM_ITERATOR": "type({}.iteritems() if two else iter({}.items()))",
    "SEQUENCE_ITERATOR": "type(iter(G()))", "CALLABLE_ITERATOR": "type(iter(f, 1))",
    "ENUMERATE": "enumerate", "REVERSED": "reversed", "ZIP": "zip", "MAP": "map",
    "FILTER": "filter", "DICT_KEYS": "type({}.viewkeys() if two else {}.keys())",
    "DICT_VALUES": "type({}.viewvalues() if two else {}.values())",
    "DICT_ITEMS": "type({}.viewitems() if two else {}.items())",
}
# Names of gcrefs's modules that are no part of the surface: how a program came to be.
PASSING = {"__file__", "__cached__", "__builtins__", "last_type", "last_value", "last_exc",
           "last_traceback", "ps1", "ps2", "__warningregistry__",
           "exc_type", "exc_value", "exc_traceback"}

ASK = r"""
import gc, json, math, sys, weakref
two = sys.version_info[0] == 2
if two:
    import __builtin__ as builtins
else:
    import builtins
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
class O: pass
try:
    raise ValueError
except ValueError:
    tb = sys.exc_info()[2]
c = C()
KINDS = {"wrapper_descriptor": "SLOT", "method_descriptor": "METHOD",
    "classmethod_descriptor": "CLASS_METHOD", "getset_descriptor": "GETSET",
    "member_descriptor": "MEMBER", "staticmethod": "STATIC",
    "builtin_function_or_method": "STATIC", "NoneType": "NONE"}
def own(t):
    # The types between a stream's and object are none of gcrefs's.
    bases = t.__mro__[:-1] if t is type(sys.stdout) else (t,)
    return dict((n, v) for b in reversed(bases) for n, v in b.__dict__.items())
def kind(value):
    return KINDS.get(type(value).__name__, "VALUE")
out = {"type": {}, "module": {}}
for name, text in json.loads(sys.stdin.read()).items():
    try:
        t = eval(text)
    except NameError:
        continue
    if isinstance(t, type):
        out["type"][name] = dict((n, kind(v)) for n, v in own(t).items())
for m in [builtins, gc, sys, weakref, math]:
    out["module"]["builtins" if m is builtins else m.__name__] = sorted(m.__dict__)
print(json.dumps(out))
"""


def expressions(root):
    """The types of src/types.def: as above, exceptions by their names."""
    text = open(os.path.join(root, "src", "types.def")).read()
    found = {}
    for name, two, three in re.findall(r'^TYPE\((\w+), .*"(.*)", "(.*)"\)', text, re.M):
        found[name] = "(%s) if two else (%s)" % (
            two and (TYPES.get(name) or two) or "missing",
            three and (TYPES.get(name) or three) or "missing")
    return found


def ask(python, types):
    code = "import sys; print(sys.version_info[0] * 100 + sys.version_info[1])"
    version = int(subprocess.check_output([python, "-c", code]))
    answer = subprocess.run([python, "-c", ASK], input=json.dumps(types).encode(),
                            stdout=subprocess.PIPE, check=True).stdout
    return version, json.loads(answer)


def ranges(versions, having):
    """[(since, until)] of a set of versions; 0: from the first, to the last."""
    runs = []
    for i, v in enumerate(versions):
        if v not in having:
            continue
        last = i + 1 == len(versions)
        if runs and i and runs[-1][1] == versions[i - 1]:
            runs[-1][1] = v
        else:
            runs.append([v, v])
        if last:
            runs[-1][1] = 0
    return [(0 if s == versions[0] else 300 if s == 306 else s, u) for s, u in runs]


def gather(answers):
    """{(what, owner, kind): {(since, until): names}}"""
    versions = [v for v, _ in answers]
    having = {}
    for v, answer in answers:
        for owner, names in answer["type"].items():
            for name, kind in names.items():
                having.setdefault(("TYPE_HAS", owner, kind, name), set()).add(v)
        for owner, names in answer["module"].items():
            for name in set(names) - PASSING:
                having.setdefault(("MODULE_HAS", owner.upper(), "", name), set()).add(v)
    rows = {}
    for (what, owner, kind, name), of in having.items():
        for run in ranges(versions, of):
            rows.setdefault((what, owner, kind, run), []).append(name)
    return rows


def put(key, names):
    what, owner, kind, (since, until) = key
    head = "%s(%s, %s%d, %d," % (what, owner, kind + ", " if kind else "", since, until)
    lines, line = [], ""
    for name in sorted(names):
        if len(line) + len(name) > 74:
            lines.append(line)
            line = ""
        line += name + " "
    lines.append(line.rstrip())
    print(head)
    print("\n".join('\t"%s"' % text for text in lines) + ")")


HEAD = """/*
 * What the built-in types and modules of the real interpreters have.  Written by
 * tools/surface.py.
 *
 * TYPE_HAS(type, kind, since, until, "names"): in the dict of the type itself; the
 * kind is that of the value there (enum surface_kind).
 * MODULE_HAS(module, since, until, "names")
 * since, until: as in builtin.def.
 */"""


def main():
    types = expressions(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    order = list(types) + ["BUILTINS", "GC", "SYS", "WEAKREF", "MATH"]
    rows = gather([ask(python, types) for python in sys.argv[1:]])
    print(HEAD)
    for key in sorted(rows, key=lambda k: (k[0] != "TYPE_HAS", order.index(k[1]), k[2:])):
        put(key, rows[key])


main()
