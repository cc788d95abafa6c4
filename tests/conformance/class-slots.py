# __slots__ instead of a dict
class S(object):
    __slots__ = ("x", "y")


s = S()
s.x = 1
print(s.x)
print(hasattr(s, "y"), hasattr(s, "__dict__"))
del s.x
print(hasattr(s, "x"))
s.z = 1
