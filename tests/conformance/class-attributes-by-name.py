# getattr, setattr, hasattr and vars
class C(object):
    shared = 1


c = C()
setattr(c, "a", 5)
print(c.a, getattr(c, "a"), getattr(c, "shared"), getattr(c, "no", "default"))
print(hasattr(c, "a"), hasattr(c, "no"), hasattr(C, "a"))
print(vars(c))
vars(c)["b"] = 6
print(c.b)
c.__dict__["c"] = 7
print(c.c)
print(c.__dict__ is vars(c))
delattr = None
del c.a
print(hasattr(c, "a"), len(vars(c)))
