# versions: 2.7
# with, for and calls on instances of old-style classes
class M:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print "enter", self.name
        return self

    def __exit__(self, t, v, tb):
        print "exit", t and t.__name__
        return True

    def __iter__(self):
        return iter([1, 2])

    def __getitem__(self, i):
        return i * 2

    def __len__(self):
        return 2

    def __del__(self):
        print "del", self.name


with M("a") as m:
    print m.name
with M("b"):
    raise ValueError("x")
for x in M("c"):
    print x
print list(M("d")), M("e")[3], len(M("f"))


class N:
    def __enter__(self):
        pass


try:
    with N():
        pass
except AttributeError, e:
    print e


def f(*args):
    return args


print f(*M("g"))
