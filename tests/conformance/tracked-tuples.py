# a tuple of atoms is untracked by a collection
import gc
y = 1
t = (y, 2)
u = ([], y)
v = ((y,), y)
r = []
for x in (t, u, v):
    r.append(gc.is_tracked(x))
gc.collect(0)
for x in (t, u, v):
    r.append(gc.is_tracked(x))
gc.collect()
for x in (t, u, v):
    r.append(gc.is_tracked(x))
print(r)
print(gc.is_tracked((y,)), gc.is_tracked((1, 2)), gc.is_tracked(tuple([1])))
