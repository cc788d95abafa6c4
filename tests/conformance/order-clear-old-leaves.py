# leaves of an older generation
import gc


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


class A(object):
    pass


gc.collect()
leaves = [D("p"), D("q"), D("r")]
gc.collect()
a = A()
a.p = leaves[0]
a.q = leaves[1]
a.me = a
a.r = leaves[2]
del a, leaves
print(gc.collect(0))
print("-- list")
leaves = [D(0), D(1), D(2)]
gc.collect()
l = [leaves[0], leaves[1], leaves[2]]
l.append(l)
del l, leaves
print(gc.collect(0))
print("-- dict")
leaves = [D("x"), D("y"), D("z")]
gc.collect()
d = {"x": leaves[0], "y": leaves[1], "z": leaves[2]}
d["me"] = d
del d, leaves
print(gc.collect(0))
