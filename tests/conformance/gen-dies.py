# a suspended generator that dies runs its finally
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def plain():
    a = D("a")
    b = D("b")
    yield 1


def guarded():
    c = D("c")
    try:
        yield 1
    finally:
        print("finally")


g = plain()
next(g)
del g
print("--")
g = guarded()
next(g)
g = None
print("--")
g = guarded()
del g
print("never started")
for x in guarded():
    print("loop")
    break
print("after break")


def arguments(x, y):
    yield x


g = arguments(D("x"), D("y"))
del g
print("--")
g = arguments(D("x"), D("y"))
list(g)
print("exhausted")
