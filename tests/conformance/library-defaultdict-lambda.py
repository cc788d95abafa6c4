# a default factory that holds its dict: a cycle of two containers and a function
import gc
from collections import defaultdict, OrderedDict
gc.collect()


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del " + self.name)


def tree():
    return defaultdict(tree)


t = tree()
t["a"]["b"]["c"] = D("leaf")
print(sorted(t), len(t["a"]))
del t
print(gc.collect())


def own():
    d = defaultdict(lambda: d)
    d["x"]["y"] = D("self")
    return len(d)


print(own())
print(gc.collect())
o = OrderedDict()
o["a"] = D("first")
o["b"] = D("second")
o["me"] = o
del o
print(gc.collect())
o = OrderedDict((name, D(name)) for name in "xyz")
del o["y"]
print(list(o))
o.clear()
print(list(o))
