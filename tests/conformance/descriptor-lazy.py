class Lazy(object):
    def __init__(self, f):
        self.f = f
    def __get__(self, obj, cls):
        if obj is None:
            return self
        print("compute")
        v = obj.__dict__[self.f.__name__] = self.f(obj)
        return v
class A(object):
    @Lazy
    def value(self):
        return 42
a = A()
print(a.value)
print(a.value)
print(isinstance(A.value, Lazy))
