# weak references to one who came back
import weakref
saved = []


class Z(object):
    def __del__(self):
        saved.append(self)


def cb(r):
    print("callback")


z = Z()
w = weakref.ref(z)
v = weakref.ref(z, cb)
del z
print(len(saved), w() is None, v() is None)
del Z.__del__
