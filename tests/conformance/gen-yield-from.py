# versions: 3.6-
# yield from: values, send, throw, close go through
class Plain:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            e = StopIteration()
            e.value = "plain value"
            raise StopIteration("plain")
        return self.n


def inner():
    try:
        x = yield "a"
        print("inner got %r" % (x,))
        yield "b"
    except ValueError as e:
        print("inner caught %s" % e)
        yield "c"
    finally:
        print("inner finally")
    return "inner result"


def outer():
    try:
        r = yield from inner()
        print("r %r" % (r,))
    except KeyError as e:
        print("outer caught %r" % e)
    r = yield from Plain()
    print("r %r" % (r,))


g = outer()
print(next(g))
print(g.gi_yieldfrom is not None)
print(g.send(5))
print(g.throw(ValueError("v")))
print(next(g))
print(list(g))
g = outer()
next(g)
g.throw(KeyError("k"))
try:
    g.send("text")
except AttributeError as e:
    print(e)
g = outer()
next(g)
g.close()
print("closed")
g = outer()
next(g)
del g
print("end")
