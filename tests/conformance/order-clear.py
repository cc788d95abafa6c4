# what hangs off a ring dies when its holder is cleared
import gc


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


class A(object):
    pass


gc.collect()
a = A()
b = A()
c = A()
a.x = b
b.x = c
c.x = a
a.d = D("of a")
b.d = D("of b")
c.d = D("of c")
gc.collect()
del a, b, c
print(gc.collect() > 0)
