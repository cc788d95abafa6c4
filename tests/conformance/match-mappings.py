# versions: 3.10-
# match: mappings
def f(v):
    match v:
        case {"kind": "point", "x": x, "y": y}:
            return "point", x, y
        case {"kind": kind, **rest}:
            return kind, rest
        case {1: one, None: none}:
            return one, none
        case {}:
            return "mapping"
        case _:
            return "no mapping"


class D(dict):
    def __missing__(self, key):
        return "missing"


for v in [{"kind": "point", "x": 1, "y": 2, "z": 3}, {"kind": "line", "a": 1}, {1: 2, None: 3},
          {"other": 1}, {}, [1], D(kind="d"), D()]:
    print(f(v))


class K:
    key = "k"


def g(v):
    match v:
        case {K.key: 1, "k": 2}:
            return "twice"
        case _:
            return "no"


try:
    print(g({"k": 1}))
except ValueError as e:
    print(e)
