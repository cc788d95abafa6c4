# a proxy stands for the object
import weakref


class A(object):
    def __init__(self):
        self.x = 1

    def hello(self):
        return "hello %d" % self.x

    def __len__(self):
        return 3


a = A()
p = weakref.proxy(a)
print(p.x, p.hello(), len(p))
p.x = 2
print(a.x)
p.y = 3
print(a.y)
del p.y
print(hasattr(a, "y"))
print(isinstance(p, A), type(p) is A)
print(p == a)
del a
print(p.x)
