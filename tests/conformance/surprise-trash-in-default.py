# a default argument that holds its function's instance
import gc


class A(object):
    pass


gc.collect()
a = A()


def f(x=a):
    return x


a.f = f
del a
print(gc.collect())
del f
print(gc.collect())
