class RO(object):
    def __get__(self, obj, cls):
        return 1
    def __set__(self, obj, value):
        raise AttributeError("read only")
class A(object):
    x = RO()
a = A()
print(a.x)
try:
    a.x = 2
except AttributeError as e:
    print("error", e)
class OnlySet(object):
    def __set__(self, obj, v):
        print("set", v == 5)
class B(object):
    y = OnlySet()
b = B()
b.y = 5
print(b.y is B.__dict__["y"])
try:
    del b.y
except AttributeError as e:
    print(e)
