import weakref, gc
class A(object):
    __slots__ = ("x", "__weakref__")
class B(object):
    __slots__ = ("x", "__dict__")
class C(object):
    __slots__ = ["x"]
class D(C):
    pass
a = A(); a.x = 1
r = weakref.ref(a)
print(r() is a)
try:
    a.y = 2
except AttributeError as e:
    print(e)
b = B(); b.x = 1; b.y = 2
print(b.__dict__)
try:
    weakref.ref(b)
except TypeError as e:
    print(e)
c = C()
try:
    c.x
except AttributeError as e:
    print(e)
d = D(); d.x = 3; d.z = 4
print(d.__dict__, d.x, weakref.ref(d)() is d)
print(C.x)
del a
print(r())
try:
    class E(object):
        __slots__ = ("v",)
        v = 1
except ValueError as e:
    print(e)
try:
    class F(object):
        __slots__ = ("1a",)
except TypeError as e:
    print(e)
try:
    class F(int):
        __slots__ = ("a",)
except TypeError as e:
    print(e)
try:
    class F(object):
        __slots__ = (1,)
except TypeError as e:
    print(e)
