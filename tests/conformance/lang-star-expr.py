# versions: 3.6-
a, *b, c = range(6)
print(a, b, c)
*x, = "abc"
print(x)
print([*x, *b], {*x}, (*x, 1), {**{"a": 1}, "b": 2})
def f(*args, **kw): return args, kw
print(f(*x, *[1], k=1, **{"z": 2}))
for i, *r in [(1, 2, 3), (4,)]: print(i, r)
try:
    a, b = 1, 2, 3
except ValueError as e: print(e)
try:
    a, *b, c = [1]
except ValueError as e: print(e)
try:
    a, b = 5
except TypeError as e: print(e)
try:
    f(**{1: 2})
except TypeError as e: print(e)
try:
    f(*5)
except TypeError as e: print(e)
try:
    [*5]
except TypeError as e: print(e)
