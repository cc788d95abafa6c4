# an instance in an attribute of its class
import gc


class A(object):
    pass


gc.collect()
A.instance = A()
del A
print(gc.collect())


class B(object):
    pass


B.instance = B()
B.instance.b = B.instance
gc.collect()
print(B.instance.b.b is B.instance)
del B
print(gc.collect())
