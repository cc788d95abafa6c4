# a generator made by a lambda, and one that yields nothing
f = lambda n: (yield n)
print(list(f(3)))


def nothing():
    return
    yield


print(list(nothing()))


def infinite():
    while 1:
        yield


g = infinite()
print(next(g), next(g))
g.close()
print(next(g, "closed"))
