# versions: 3.6-
# a survived collection puts the list in another order
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
a.x = b
b.x = c
c.x = a
del a, c
gc.collect()
del b
gc.collect()
print("-- a list of three")
l = [D(0), D(1), D(2)]
gc.collect()
l.append(l)
del l
gc.collect()
