# versions: 3.6-
# instances, lists and dicts in one heap
import gc


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


gc.collect()
a = D("a")
l = [a]
b = D("b")
d = {"b": b, "l": l}
c = D("c")
a.d = d
b.c = c
c.l = l
gc.collect(0)
e = D("e")
e.a = a
a.e = e
del a, l, b, d, c, e
gc.collect(0)
print("--")
print(gc.collect() > 0)
