# versions: 3.10-
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
def m(v):
    match v:
        case None: return "none"
        case True | False: return "bool"
        case 0: return "zero"
        case -1 | 1.5: return "neg"
        case "a" | "b" as s: return "str " + s
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"rest {rest}"
        case (a, (b, c)): return f"nested {a} {b} {c}"
        case {"k": v, **kw}: return f"map {v} {kw}"
        case {}: return "dict"
        case P(0, y=0): return "origin"
        case P(x, y) if x == y: return "diag"
        case P(x=x): return f"p {x}"
        case int(n): return f"int {n}"
        case str() | bytes(): return "text"
        case [*_, last]: return f"last {last}"
        case _: return "other"
for v in (None, True, 0, -1, 1.5, "a", "zz", [], [5], [1, 2, 3], (1, (2, 3)), {"k": 1, "z": 2}, {}, P(0, 0), P(2, 2), P(3, 4), 7, b"x", [7, 8, 9], 2.5, {1}):
    print(m(v))
class Q:
    __match_args__ = ("a",)
try:
    match Q():
        case Q(1, 2): pass
except TypeError as e:
    print(e)
match P(1, 2):
    case P(a, b):
        print(a, b)
match 5:
    case x if x > 10: print("big")
    case x: print("x", x)
