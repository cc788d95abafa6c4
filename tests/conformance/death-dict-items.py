# the items of a dict die in the order of the dict
class D(object):
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __del__(self):
        print("del %s" % self.name)


d = {}
d["c"] = D("c")
d["a"] = D("a")
d["b"] = D("b")
del d
print("-- clear")
d = {"c": D("c"), "a": D("a"), "b": D("b")}
d.clear()
print("-- ints")
d = {}
for i in (3, 1, 2):
    d[i] = D(i)
del d
print("-- one")
d = {"x": D("x"), "y": D("y")}
del d["x"]
print("-- replaced")
d["y"] = 1
print("-- keys and values")


class K(D):
    def __hash__(self):
        return 1


d = {}
d[K("k1")] = 1
d["v"] = D("v")
d = None
