# versions: 3.6-
# what becomes of the rest of the trash
import gc
saved = []


class A(object):
    pass


class Z(object):
    def __del__(self):
        saved.append(self)


gc.collect()
a = A()
a.me = a
z = Z()
z.me = z
z.friend = A()
z.friend.z = z
del a, z
print(gc.collect())
print(len(saved), saved[0].friend.z is saved[0])
del saved[:]
print(gc.collect())
print(gc.collect())
