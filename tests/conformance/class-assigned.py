class A(object):
    def who(self): return "A"
class B(object):
    def who(self): return "B"
a = A()
a.x = 1
print(a.who())
a.__class__ = B
print(a.who(), a.x, type(a).__name__, isinstance(a, A))
try:
    a.__class__ = int
except TypeError as e:
    print(e)
try:
    a.__class__ = 5
except TypeError as e:
    print(e)
class S(object):
    __slots__ = ("x",)
try:
    a.__class__ = S
except TypeError as e:
    print(e)
try:
    (1).__class__ = A
except TypeError as e:
    print(e)
try:
    del a.__class__
except TypeError as e:
    print(e)
