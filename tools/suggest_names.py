#!/usr/bin/env python3
"""Writes src/suggest_names.c: the names that "Did you mean" chooses from.

    tools/suggest_names.py PYTHON3.10 PYTHON3.11 ... > src/suggest_names.c

The interpreters are asked for all names that they have, also those of things that
gcrefs does not know: a name that is close to one of these is suggested by Python.
"""
import json
import subprocess
import sys

ASK = r"""
import builtins, gc, json, sys, types, weakref
def f(): yield
def cell():
    x = 1
    return (lambda: x).__closure__[0]
class C:
    __slots__ = ["slot", "__weakref__"]
try:
    raise ValueError
except ValueError as e:
    tb = e.__traceback__
c = C()
values = [object(), type, None, NotImplemented, Ellipsis, 1, True, 1.5, 1j, "", b"", [], (),
    {}, set(), frozenset(), slice(1), range(1), f, [].append, list.append, object.__repr__,
    (1).__repr__, C.slot, C.__weakref__, C.__dict__, f.__code__, tb.tb_frame, f(), tb, cell(),
    gc, weakref.ref(c), weakref.proxy(c), property(), staticmethod(f), classmethod(f), super(C, c),
    sys.stdout, iter([]), reversed([]), iter(()), iter(""), iter(b""), iter(range(1)), iter(set()),
    iter({}), iter({}.values()), iter({}.items()), enumerate([]), reversed(""), zip(), map(f, []),
    filter(f, []), {}.keys(), {}.values(), {}.items(), types.MethodType(f, 1)]
def own(t):
    # What its bases do not have.
    inherited = set()
    for base in t.__bases__:
        inherited.update(dir(base))
    if t is type:
        return [n for n in sorted(vars(t)) if n not in inherited]
    return [n for n in dir(t) if n not in inherited]
out = {"type": {type(v).__name__: own(type(v)) for v in values}}
for name, value in vars(builtins).items():
    if isinstance(value, type) and issubclass(value, BaseException):
        out["type"][name] = own(value)
out["module"] = {"gc": dir(gc), "sys": sorted(set(dir(sys)) - {"last_exc", "last_type", "last_value",
    "last_traceback", "ps1", "ps2"}), "weakref": dir(weakref)}
out["list"] = {"builtins": list(vars(builtins)),
    "stdlib": sorted(getattr(sys, "stdlib_module_names", []))}
print(json.dumps(out))
"""


def texts_of(pythons):
    """[(what, name, first minor, last minor, names)], equal neighbours joined."""
    rows = {}
    for python in pythons:
        code = "import sys; print(sys.version_info[1])"
        minor = int(subprocess.check_output([python, "-c", code]))
        answer = json.loads(subprocess.check_output([python, "-S", "-c", ASK]))
        for what, entries in answer.items():
            for name, names in entries.items():
                if not names:
                    continue
                versions = rows.setdefault((what, name), [])
                text = " ".join(names)
                if versions and versions[-1][2] == text:
                    versions[-1][1] = minor
                else:
                    versions.append([minor, minor, text])
    for (what, name), versions in sorted(rows.items()):
        for first, last, text in versions:
            yield what, name, first, last, text


def put_text(text):
    line = ""
    for word in (text + " ").split(" "):
        if len(line) + len(word) > 74:
            print('\t\t"%s"' % line)
            line = ""
        line += word + " "
    print('\t\t"%s"},' % line.rstrip())


print('#include "suggest_part.h"\n')
print("/* Written by tools/suggest_names.py. */\n\n/* clang-format off */\n")
print("const struct suggest_names suggest_names[] = {")
for what, name, first, last, text in texts_of(sys.argv[1:]):
    print('\t{SUGGEST_%s, "%s", %d, %d,' % (what.upper(), name, first, last))
    put_text(text)
print("""	{0}
};

/* clang-format on */""")
