# -*- coding: utf-8 -*-
"""Records what real interpreters do with strings, numbers, dicts, sets and formats.

    tests/data/record.py PYTHON...      writes tests/data/NAME-X.Y for each
    PYTHON tests/data/record.py --one NAME [HISTORY]   prints one of them

Runs under 2.7 and 3.x.  Random cases come from the same generator as in
tests/prng.h, so that the tests make the same ones and only results are kept.
"""
from __future__ import print_function, division
import os
import subprocess
import sys

OLD = sys.version_info[0] == 2
MASK = (1 << 64) - 1
Long = long if OLD else int  # noqa: F821
Text = unicode if OLD else str  # noqa: F821


class Random(object):
    """tests/prng.h."""

    def __init__(self, seed):
        self.state = seed

    def u64(self):
        self.state = (self.state + 0x9e3779b97f4a7c15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xbf58476d1ce4e5b9) & MASK
        z = ((z ^ (z >> 27)) * 0x94d049bb133111eb) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        return int(((self.u64() >> 32) * n) >> 32)


class Digest(object):
    """FNV-1a of all text given."""

    def __init__(self):
        self.h = 0x811c9dc5

    def add(self, text):
        for b in bytearray(text.encode("utf-8")):
            self.h = ((self.h ^ b) * 0x01000193) & 0xffffffff


def key(r, kind, space):
    """KIND 0: ints, 1: short strings, 2: both and negative ints."""
    n = r.below(space)
    if kind == 0:
        return n * 8 if n % 3 == 0 else n
    if kind == 1:
        return "k%d" % n
    if n % 4 == 0:
        return "k%d" % n
    return n * 1000003 - 5000 if n % 4 == 1 else -n


def name(k):
    return k if isinstance(k, str) else "%d" % k


def listing(keys):
    return " ".join(name(k) for k in keys) + "\n"


HISTORIES = 400


def dict_history(seed, show):
    r = Random(seed)
    kind, space = r.below(3), (5, 20, 100, 1000)[r.below(4)]
    d = {}
    for _ in range(r.below(4 * min(space, 100)) + 1):
        act = r.below(16)
        k = key(r, kind, space)
        if act < 9:
            d[k] = None
        elif act < 13:
            d.pop(k, None)
        elif act == 13 and d:
            show("pop " + name(d.popitem()[0]) + "\n")
        elif act == 14 and r.below(8) == 0:
            d = d.copy()
        elif act == 15 and r.below(30) == 0:
            d.clear()
        elif act == 15 and r.below(4) == 0:
            other = dict.fromkeys([key(r, kind, space) for _ in range(r.below(12))])
            d.update(other)
        if r.below(8) == 0:
            show(listing(d))
    show(listing(d))


def some_set(r, kind, space):
    return set([key(r, kind, space) for _ in range(r.below(30))])


def set_history(seed, show):
    r = Random(seed)
    kind, space = r.below(3), (5, 20, 100, 1000)[r.below(4)]
    s = set()
    for _ in range(r.below(4 * min(space, 100)) + 1):
        act = r.below(20)
        k = key(r, kind, space)
        if act < 9:
            s.add(k)
        elif act < 12:
            s.discard(k)
        elif act == 12 and s:
            show("pop " + name(s.pop()) + "\n")
        elif act == 13:
            s = s.copy()
        elif act == 14:
            s = s | some_set(r, kind, space)
        elif act == 15:
            t = s & some_set(r, kind, space)
            show(listing(t))
        elif act == 16:
            s = s - some_set(r, kind, space)
        elif act == 17:
            s = s ^ some_set(r, kind, space)
        elif act == 18:
            s.update(some_set(r, kind, space))
        elif act == 19 and r.below(10) == 0:
            s.clear()
        if r.below(8) == 0:
            show(listing(s))
    show(listing(s))


def histories(one):
    for seed in range(HISTORIES):
        digest = Digest()
        one(seed, digest.add)
        yield "%08x" % digest.h


# Numbers, texts and formats: a line a case; what is asked and what came out.

def outcome(f):
    try:
        return "= " + f()
    except Exception as e:
        return "! %s: %s" % (type(e).__name__, e)


def random_int(r):
    shape = r.below(8)
    if shape == 0:
        n = r.below(20) - 10
    elif shape < 3:
        n = r.below(100000) - 50000
    elif shape == 3:
        n = (1 << r.below(70)) + r.below(3) - 1
    elif shape == 4:
        n = int(r.u64() >> r.below(64))
    elif shape == 5:
        n = (r.u64() << 64 | r.u64()) >> r.below(64)
    else:
        n = r.below(300)
    return -n if r.below(3) == 0 else n


def double_of(bits):
    import struct
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def random_float(r):
    shape = r.below(7)
    if shape == 0:
        return float(r.below(2000) - 1000)
    if shape == 1:
        return (r.below(2000000) - 1000000) / 1000.0
    if shape == 2:
        return double_of(r.u64())
    if shape == 3:
        return double_of((r.below(2) << 63) | (r.below(2047) << 52))
    if shape == 4:
        return (0.0, -0.0, 1e16, 1e22, 5e-324, float("inf"), -float("inf"),
                float("nan"))[r.below(8)]
    if shape == 5:
        return float(int(r.u64() >> r.below(60)))
    return r.below(1000) / 8.0


def number(r):
    shape = r.below(10)
    if shape < 6:
        n = random_int(r)
        if OLD and r.below(4) == 0:
            n = Long(n)
        return n
    if shape < 9:
        return random_float(r)
    return r.below(2) == 1


OPERATORS = [
    ("+", lambda a, b: a + b), ("-", lambda a, b: a - b), ("*", lambda a, b: a * b),
    ("/", lambda a, b: a / b), ("//", lambda a, b: a // b), ("%", lambda a, b: a % b),
    ("**", lambda a, b: a ** b),
    ("<<", lambda a, b: a << b),
    (">>", lambda a, b: a >> b), ("&", lambda a, b: a & b), ("|", lambda a, b: a | b),
    ("^", lambda a, b: a ^ b)]


def coded(v):
    """A value as the tests read it."""
    import struct
    if v is None:
        return "n"
    if v is True or v is False:
        return "b%d" % v
    if OLD and isinstance(v, Long):
        return "l%d" % v
    if isinstance(v, (int, Long)):
        return "i%d" % v
    if isinstance(v, float):
        return "f%016x" % struct.unpack("<Q", struct.pack("<d", v))[0]
    return "s" + v


def number_cases():
    for seed in range(3000):
        r = Random(1000 + seed)
        a, b = number(r), number(r)
        sign, f = OPERATORS[r.below(len(OPERATORS))]
        if sign == "**" and not (isinstance(a, float) or isinstance(b, float)):
            b = min(b, 60)
        if sign == "<<" and not (isinstance(a, float) or isinstance(b, float)):
            b = min(b, 200)
        yield "%s %s %s %s" % (sign, coded(a), coded(b), outcome(lambda: repr(f(a, b))))
    for seed in range(1500):
        r = Random(9000 + seed)
        a = number(r)
        if OLD or a == a:
            yield "hash %s - = %d" % (coded(a), hash(a))
        yield "repr %s - = %s" % (coded(a), repr(a))
        yield "str %s - = %s" % (coded(a), str(a))
        b = number(r)
        if r.below(3) == 0 and a == a and abs(a) < 1e300:
            b = float(int(a)) if r.below(2) else int(a)
        yield "cmp %s %s = %d %d %d" % (coded(a), coded(b), a < b, a == b, a > b)


PERCENT = ["d", "i", "u", "x", "X", "o", "e", "E", "f", "F", "g", "G", "c", "s", "r", "y"]
ODD = ["%", "%5", "abc", "%(a)s", "%(a", "%y", "%ld", "%%", "%d%%", "%5%", "%-5%|",
       "%.99999999999999999999d", "%99999999999999999999d", "%z", "a%sb", "%s%s", "%d %d"]
VALUES = ["abc", "", "x", "it's", None]


def percent_cases():
    for seed in range(2500):
        r = Random(20000 + seed)
        if r.below(12) == 0:
            template = ODD[r.below(len(ODD))]
        else:
            template = "%" + "".join(c for c in "-+ #0" if r.below(4) == 0)
            if r.below(2):
                template += "%d" % r.below(14)
            if r.below(3) == 0:
                template += ".%d" % r.below(9)
            template += PERCENT[r.below(len(PERCENT))]
        v = number(r) if r.below(5) else VALUES[r.below(len(VALUES))]
        result = outcome(lambda: template % (v,))
        if all(" " <= c < "\x7f" for c in result):
            yield "%s|%s|%s" % (template, coded(v), result)


def spec_cases():
    for seed in range(2500):
        r = Random(40000 + seed)
        spec = ""
        if r.below(3) == 0:
            if r.below(2):
                spec += "*0x"[r.below(3)]
            spec += "<>=^"[r.below(4)]
        spec += ("", "", "+", "-", " ")[r.below(5)]
        spec += ("", "", "", "#", "z")[r.below(5)]
        spec += ("", "", "0")[r.below(3)]
        spec += ("", "%d" % r.below(25))[r.below(2)]
        spec += ("", "", "", ",", "_")[r.below(5)]
        spec += ("", "", ".%d" % r.below(12))[r.below(3)]
        spec += ("", "", "d", "x", "X", "o", "b", "e", "f", "F", "g", "G", "%", "s", "c",
                 "n", "y", "E")[r.below(18)]
        v = number(r) if r.below(5) else VALUES[r.below(len(VALUES) - 1)]
        result = outcome(lambda: format(v, spec))
        if all(" " <= c < "\x7f" for c in result):
            yield "%s|%s|%s" % (spec, coded(v), result)


# Texts: "METHOD OBJECT ARGUMENT... = RESULT"; t: text, y: bytes, both in hex.

WORDS = [u"", u"a", u"b", u"ab", u"abc", u"Hello World", u"  two  words ", u"a,b,,c", u"aaa",
         u"x\ty\nz\r\nw", u"-42", u"+7x", u"007", u"it's", u'say "hi"', u"\\", u"TITLE Case",
         u"lower", u"UPPER", u"\x00\x1f\x7f", u"12", u" ", u"\n", u",", u"o", u"l", u"aa"]
WIDE = [u"\xe9t\xe9", u"\xc9", u"\xdf", u"\u0391\u03a3", u"\u03a3", u"\u0416\u0443\u043a",
        u"\u4e2d\u6587", u"\U0001f600", u"\u01c6", u"a\xa0b", u"\u0663", u"\xe9", u"\xad",
        u"\u2028x", u"stra\xdfe", u"\u0378"]
NO_ARGUMENTS = ["lower", "upper", "title", "capitalize", "swapcase", "isalnum", "isalpha",
                "isdigit", "islower", "isspace", "istitle", "isupper", "split", "rsplit",
                "splitlines", "strip", "lstrip", "rstrip", "expandtabs"]
TEXT_ONLY = ["isdecimal", "isnumeric"]
NEW_TEXT_ONLY = ["casefold", "isidentifier", "isprintable"]


def hexed(v):
    import binascii
    if isinstance(v, (list, tuple)):
        return "[" + ",".join(hexed(i) for i in v) + "]"
    if isinstance(v, bool) or not isinstance(v, (Text, bytes)):
        return "i%d" % v
    if isinstance(v, Text):
        return "t" + binascii.hexlify(v.encode("utf-8")).decode("ascii")
    return "y" + binascii.hexlify(v).decode("ascii")


def pick(r, as_bytes):
    pool = WORDS if as_bytes or r.below(2) else WIDE
    v = pool[r.below(len(pool))]
    if r.below(3) == 0:
        v = v + pool[r.below(len(pool))] + v
    return v.encode("latin-1") if as_bytes else v


def method_call(r, as_bytes):
    """A method's name and its arguments."""
    some = lambda: pick(r, as_bytes)  # noqa: E731
    plain = NO_ARGUMENTS + ([] if as_bytes else TEXT_ONLY + ([] if OLD else NEW_TEXT_ONLY))
    kind = r.below(12)
    if kind < 5:
        return plain[r.below(len(plain))], []
    if kind == 5:
        return ("find", "rfind", "count")[r.below(3)], [
            some(), r.below(9) - 3, r.below(12) - 3]
    if kind == 6:
        return ("startswith", "endswith")[r.below(2)], [some()]
    if kind == 7:
        return ("split", "rsplit")[r.below(2)], [some() or some(), r.below(5) - 1]
    if kind == 8:
        return ("partition", "rpartition")[r.below(2)], [some()]
    if kind == 9:
        return ("center", "ljust", "rjust", "zfill", "expandtabs")[r.below(5)], [r.below(20)]
    if kind == 10:
        return "replace", [some(), some(), r.below(5) - 1]
    return ("strip", "lstrip", "rstrip")[r.below(3)], [some()]


def text_cases():
    for seed in range(4000):
        r = Random(60000 + seed)
        as_bytes = r.below(3) == 0
        o = pick(r, as_bytes)
        name, arguments = method_call(r, as_bytes)
        try:
            result = getattr(o, name)(*arguments)
        except (ValueError, AttributeError):
            continue
        yield " ".join([name, hexed(o)] + [hexed(a) for a in arguments] +
                       ["=", hexed(result)])
    for seed in range(400):
        r = Random(80000 + seed)
        as_bytes = r.below(3) == 0
        o = pick(r, as_bytes)
        yield "hash %s = i%d" % (hexed(o), hash(o))
        shown = repr(o)
        yield "repr %s = %s" % (hexed(o), hexed(Text(shown)))
        i, j, k = r.below(12) - 6, r.below(12) - 6, r.below(7) - 3 or 1
        yield "slice %s i%d i%d i%d = %s" % (hexed(o), i, j, k, hexed(o[i:j:k]))


SECTIONS = {
    "dict": lambda: histories(dict_history), "set": lambda: histories(set_history),
    "number": number_cases, "percent": percent_cases, "spec": spec_cases, "text": text_cases,
}


def one(section, history):
    if history is not None:
        {"dict": dict_history, "set": set_history}[section](
            int(history), lambda text: print(text, end=""))
        return
    for line in SECTIONS[section]():
        print(line)


def main():
    if sys.argv[1] == "--one":
        one(sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
        return
    here = os.path.dirname(os.path.abspath(__file__))
    for python in sys.argv[1:]:
        version = subprocess.check_output(
            [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
        for section in sorted(SECTIONS):
            path = os.path.join(here, "%s-%s" % (section, version.decode().strip()))
            with open(path, "wb") as out:
                subprocess.check_call(
                    [python, __file__, "--one", section], stdout=out,
                    env=dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8"))


main()
