# versions: 3.8-
print([y := 1, y ** 2], y)
if (n := len("abc")) > 2: print(n)
print([last := x for x in range(3)], last)
def f():
    while (k := next(it, None)) is not None:
        print(k)
it = iter([1, 2])
f()
print(any((w := x) > 1 for x in [0, 2, 3]), w)
