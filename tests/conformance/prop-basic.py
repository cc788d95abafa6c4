# property, classmethod, staticmethod
class A(object):
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        "the x"
        return self._x

    @x.setter
    def x(self, value):
        print("set %r" % value)
        self._x = value

    @x.deleter
    def x(self):
        print("deleted")

    y = property(lambda self: self._x + 1, doc="y doc")

    @classmethod
    def c(cls, n):
        return cls.__name__, n

    @staticmethod
    def s(n):
        return n


class B(A):
    @property
    def x(self):
        return "B" + str(A.x.fget(self))


a = A()
print(a.x, a.y, A.x.__doc__, A.y.__doc__)
a.x = 5
print(a.x, a.y)
del a.x
print(A.c(1), a.c(2), B.c(3), B().c(4), A.s(1), a.s(2))
print(B().x)
try:
    a.y = 3
except AttributeError:
    print("no setter")
try:
    del a.y
except AttributeError:
    print("no deleter")
try:
    B().x = 1
except AttributeError:
    print("no setter")
print(A.x.fget is not None, A.y.fset)


class C(object):
    def f(self):
        return "f"

    s = staticmethod(f)
    k = classmethod(lambda cls: cls.__name__)
    p = property()


c = C()
print(C.s(None), C.k(), c.k())
try:
    c.p
except AttributeError as e:
    print("unreadable")
