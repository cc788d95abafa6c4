# only what the instance itself has can be deleted
class C(object):
    shared = 1


c = C()
c.own = 2
del c.own
print(hasattr(c, "own"))
del C.shared
print(hasattr(c, "shared"))
del c.own
