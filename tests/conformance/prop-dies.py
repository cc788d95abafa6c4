# what a property holds, and what happens to what it returns
import gc


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


class A(object):
    @property
    def fresh(self):
        return D("fresh")

    @property
    def fails(self):
        d = D("local")
        raise ValueError("x")


a = A()
a.fresh
print("after")
a.fresh.name
print("after")
try:
    a.fails
except ValueError as e:
    print("caught %s" % e)
gc.collect()
del A, a
print(gc.collect())
