# the dict of an instance
import gc


class A(object):
    pass


class B(object):
    pass


a = A()
print(gc.is_tracked(a.__dict__))
a.x = 1
print(gc.is_tracked(a.__dict__))
b = B()
b.l = []
print(gc.is_tracked(b.__dict__))
