# lazily tracked dicts, untracked tuples
import gc
d = {}
one = 1
t = (one, 2)
r = [gc.is_tracked(d), gc.is_tracked(t)]
d[1] = []
r.append(gc.is_tracked(d))
d[1] = 0
r.append(gc.is_tracked(d))
gc.collect()
print(r, gc.is_tracked(d), gc.is_tracked(t))
