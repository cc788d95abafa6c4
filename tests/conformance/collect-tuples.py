# tuples count unless they were untracked
import gc
gc.collect()
l = []
t = (l,)
l.append(t)
del l, t
print(gc.collect())
l = []
l.append(((l,),))
del l
print(gc.collect())
one = 1
l = [(one, one)]
l.append(l)
del l
print(gc.collect())
l = [(1, 1)]
l.append(l)
del l
print(gc.collect())
l = [()]
l.append(l)
del l
print(gc.collect())
