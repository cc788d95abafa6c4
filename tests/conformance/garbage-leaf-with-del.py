# a __del__ that only hangs off a ring runs
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
a.me = a
a.leaf = D("leaf")
del a
print(gc.collect())
print(len(gc.garbage))
l = [D(0), D(1)]
l.append(l)
del l
print(gc.collect())
print(len(gc.garbage))
