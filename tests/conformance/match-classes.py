# versions: 3.10-
# match: classes, positional and keyword patterns
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class P3(Point):
    __match_args__ = ("x", "y", "z")

    @property
    def z(self):
        print("z asked")
        return self.x + self.y


class Strange:
    __match_args__ = ["x"]


class Odd:
    __match_args__ = (1,)


def f(v):
    match v:
        case P3(1, 2, 3):
            return "P3 123"
        case P3(x=5, z=z):
            return "P3 5", z
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return "x axis", x
        case Point(missing=_):
            return "never"
        case Point():
            return "point"
        case int(n) | float(n):
            return "number", n
        case str() as s:
            return "string", s
        case list([a, b]):
            return "list", a, b
        case dict(d):
            return "dict", d


for v in [P3(1, 2), P3(5, 1), P3(0, 0), Point(0, 0), Point(3, 0), Point(1, 1), 5, 2.5, True, "s",
          [1, 2], [1], {"a": 1}]:
    print(f(v))


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))


def too_many(v):
    match v:
        case Point(1, 2, 3):
            return "no"


def too_many_int(v):
    match v:
        case int(1, 2):
            return "no"


def twice(v):
    match v:
        case Point(1, x=2):
            return "no"


def strange(v):
    match v:
        case Strange(1):
            return "no"


def odd(v):
    match v:
        case Odd(1):
            return "no"


NotAClass = 5


def no_class(v):
    match v:
        case NotAClass(1):
            return "no"


attempt(lambda: too_many(Point(1, 2)))
attempt(lambda: too_many_int(1))
attempt(lambda: twice(Point(1, 2)))
attempt(lambda: strange(Strange()))
attempt(lambda: odd(Odd()))
attempt(lambda: no_class(1))
