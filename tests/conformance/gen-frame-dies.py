# locals die when a generator ends, before the loop goes on
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


def g():
    d = D("local")
    yield D("yielded")
    print("resumed")
    e = D("second")


for x in g():
    print("got %s" % x.name)
    x = None
print("end")
it = g()
a = next(it)
del a
try:
    next(it)
except StopIteration:
    print("stopped")
