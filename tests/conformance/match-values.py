# versions: 3.10-
# match: values, names, alternatives, guards
import sys


class Color:
    RED = 1
    BLUE = "blue"


def f(v):
    match v:
        case 0 | 1 as n if n is not True:
            return "bit %s" % n
        case -1:
            return "minus one"
        case "a" | "b":
            return "letter"
        case 2.5:
            return "float"
        case None:
            return "none"
        case True:
            return "true"
        case Color.BLUE:
            return "color"
        case b"x":
            return "bytes"
        case int() if v > 100:
            return "large"
        case x if x == 50:
            return "fifty"
        case _:
            return "other"


for v in [0, 1, -1, "a", "b", "c", 2.5, None, True, False, "blue", b"x", 101, 50, 51, []]:
    print(repr(v), f(v))
match 5:
    case x:
        print(x)
match "nothing":
    case "something":
        print("no")
print("end")
