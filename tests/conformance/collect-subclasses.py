# subclasses of builtin containers
import gc


class L(list):
    pass


class D(dict):
    pass


gc.collect()
l = L()
l.append(l)
del l
print(gc.collect())
d = D()
d[1] = d
del d
print(gc.collect())
l = L()
l.x = l
del l
print(gc.collect())
