# versions: 3.6-
# a __del__ that cuts its own ring
import gc


class A(object):
    pass


class Z(object):
    def __del__(self):
        print("del")
        self.other = None


gc.collect()
z = Z()
z.other = A()
z.other.back = z
del z
print(gc.collect())
print(gc.collect())
