# temporaries die top first when an exception passes
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def fail():
    raise ValueError("x")


def f(*args):
    pass


try:
    f(D("a"), D("b"), fail())
except ValueError:
    print("caught")
try:
    l = [D("c"), D("d"), 1 / 0]
except ZeroDivisionError:
    print("caught")
for x in [D("e")]:
    try:
        for y in [D("f")]:
            y = None
            fail()
    except ValueError:
        print("caught")
print("end")
