# when the arguments of a call with * die
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def f(*args, **kw):
    args = kw = None
    print("in f")


f(*[D("a"), D("b")])
print("--")
f(D("c"), *(D("d"),))
print("--")
f(**{"x": D("e")})
print("--")


def g(a, b):
    print("in g")


g(*[D("h"), D("i")])
print("--")
g(*(D("j"), D("k")))
