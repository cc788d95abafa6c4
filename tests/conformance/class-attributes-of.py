class A(object):
    """doc of A"""
    x = 1
    def f(self): pass
print(A.__name__, A.__module__, A.__doc__, A.__bases__)
A.__name__ = "Renamed"
print(A.__name__, repr(A)[:20])
for n, v in (("__name__", 5),):
    try:
        setattr(A, n, v)
    except TypeError as e:
        print(e)
try:
    int.x = 1
except TypeError as e:
    print(e)
try:
    del A.__name__
except TypeError as e:
    print(e)
a = A()
a.__dict__ = {"y": 2}
print(a.y, a.__dict__)
try:
    a.__dict__ = 5
except TypeError as e:
    print(e)
print(type.__name__, type(A).__name__, A.__class__ is type)
print(A.mro() == [A, object], A.__mro__ == (A, object))
class B(A): pass
print(A.__subclasses__() == [B], issubclass(B, A), B.__base__ is A)
print(hasattr(A, "x"), hasattr(A, "nope"), "x" in A.__dict__)
del A.x
print(hasattr(B, "x"))
A.g = lambda self: 5
print(B().g())
