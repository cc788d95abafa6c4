# a local in a cell
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def f():
    b = D("b")
    a = D("a")
    c = D("c")

    def g():
        return a

    print("returning")


def k():
    x = D("x")
    y = D("y")

    def g():
        return y

    return g


f()
print("--")
g = k()
print("has %s" % g().name)
g = None
print("end")
