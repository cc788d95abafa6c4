# a temporary argument
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def f(x):
    print("in f")
    x = None
    print("rebound")


f(D("argument"))
print("--")
a = D("named")
f(a)
print("--")
del a
