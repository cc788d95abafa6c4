# dicts in rings
import gc
gc.collect()
d = {}
d[1] = d
del d
print(gc.collect())
d = {}
d["a"] = {"b": d}
del d
print(gc.collect())
d = {1: 2}
e = [d]
e.append(e)
del d, e
print(gc.collect())
d = {1: []}
d[1].append(d)
del d
print(gc.collect())
