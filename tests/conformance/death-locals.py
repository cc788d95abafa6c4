# locals die when the function returns
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def f():
    b = D("b")
    a = D("a")
    c = D("c")
    print("returning")


def g(x, y):
    b = D("b")
    a = D("a")


def h():
    kept = D("kept")
    lost = D("lost")
    return kept


f()
print("-- arguments")
g(D("x"), D("y"))
print("-- result")
k = h()
print("has %s" % k.name)
del k
print("-- result not used")
h()
