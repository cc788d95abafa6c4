# *args and **kwargs
def f(a, *rest):
    print(a)
    print(rest)


def g(*args, **names):
    print(args)
    print(len(names), names.get("k"))


f(1)
f(1, 2, 3)
g()
g(1, k="v")
g(*[1, 2])
g(*(1,), **{"k": "w"})
