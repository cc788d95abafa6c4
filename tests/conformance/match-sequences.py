# versions: 3.10-
# match: sequences
def f(v):
    match v:
        case []:
            return "empty"
        case [x]:
            return "one", x
        case [1, 2, *rest]:
            return "one two", rest
        case (a, [b, c]):
            return "nested", a, b, c
        case [*_, "last"]:
            return "last"
        case [first, *middle, last]:
            return first, middle, last
        case _:
            return "no sequence"


class L(list):
    pass


for v in [[], [5], (1, 2), [1, 2, 3, 4], (1, [2, 3]), ["x", "y", "last"], range(4), "ab", {1: 2},
          {1, 2}, L([7, 8, 9]), iter([1]), b"ab"]:
    print(f(v))
