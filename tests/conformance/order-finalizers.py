# versions: 3.6-
# the collector calls __del__ in the order of its list
import gc


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


gc.collect()
a = D("a")
b = D("b")
c = D("c")
a.x = c
c.x = b
b.x = a
del a, b, c
print(gc.collect() > 0)
print("-- list")
l = [D(0), D(1), D(2)]
l.append(l)
del l
gc.collect()
