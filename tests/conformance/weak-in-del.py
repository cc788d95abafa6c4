# what a weak reference to the dying shows
import weakref


class D(object):
    def __del__(self):
        print(w() is None)


d = D()
w = weakref.ref(d)
del d
print(w() is None)
