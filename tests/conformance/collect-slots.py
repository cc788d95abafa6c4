# instances with slots
import gc


class S(object):
    __slots__ = ("x",)


class W(object):
    __slots__ = ("x", "__weakref__")


gc.collect()
s = S()
s.x = s
del s
print(gc.collect())
w = W()
w.x = [w]
del w
print(gc.collect())
