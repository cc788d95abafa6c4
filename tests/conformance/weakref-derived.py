import weakref
class Ref(weakref.ref):
    def __init__(self, ob, callback=None, **annotations):
        super(Ref, self).__init__(ob, callback)
        self.counter = 0
        for k in sorted(annotations):
            setattr(self, k, annotations[k])
    def __call__(self):
        ob = super(Ref, self).__call__()
        if ob is not None:
            self.counter += 1
            ob = (ob, self.counter)
        return ob
class A(object):
    pass
a = A()
r = Ref(a, None, tag="t")
print(r.counter, r.tag)
print(r()[0] is a, r()[1])
del a
print(r())
class K(weakref.ref):
    __slots__ = ("key",)
    def __new__(cls, ob, cb, key):
        self = super(K, cls).__new__(cls, ob, cb)
        self.key = key
        return self
    def __init__(self, ob, cb, key):
        super(K, self).__init__(ob, cb)
def gone(r):
    print("gone", r.key)
a = A()
k = K(a, gone, "kk")
print(k() is a, k.key)
del a
print(k())
