# a tuple of atoms that survived a collection is untracked
import gc
gc.collect()
one = 1
l = [(one, one)]
l.append(l)
gc.collect()
del l
print(gc.collect())
l = [(one, [])]
l.append(l)
gc.collect()
del l
print(gc.collect())
