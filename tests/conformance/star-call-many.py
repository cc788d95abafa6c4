# versions: 3.6-
# several stars in one call, and in displays
def f(*a, **k):
    return a, k


def gen():
    yield "g"


print(f(*[1], 2, *gen(), *"ab"))
print(f(**{"a": 1}, b=2, **{"c": 3}))
print(f(*[1], x=1, *[2], **{"y": 2}))
print([*[1, 2], 3, *gen()], (*"ab", 1), {*[1, 1], 2}, {**{"a": 1}, "b": 2, **{"a": 3}})
a, *b = 1, 2, 3
print(a, b)
*a, b = "abc"
print(a, b)
a, *b, c = gen(), 2
print(b, c)
a, (b, *c), d = 1, [2, 3, 4], 5
print(a, b, c, d)
for x, *y in [(1, 2, 3), "ab"]:
    print(x, y)
