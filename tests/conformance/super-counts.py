# references while a method is called through super
import gc
import sys


class A(object):
    def m(self):
        return sys.getrefcount(self)


class B(A):
    def m(self):
        return super(B, self).m()

    def kept(self):
        s = super(B, self)
        return sys.getrefcount(self)


b = B()
print(b.m())
print(b.kept())
print(sys.getrefcount(b))
gc.collect()
b.s = super(B, b)
del b
print(gc.collect())
