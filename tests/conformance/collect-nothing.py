# without rings there is nothing to collect
import gc
gc.collect()
l = [[], {}, (), set()]
d = {"l": l}
del l, d


def f():
    a = [1]
    b = {"a": a}
    return b


f()
x = f()
del x
print(gc.collect())
