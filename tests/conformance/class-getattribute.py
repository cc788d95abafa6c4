class A(object):
    def __init__(self):
        self.x = 1
    def __getattribute__(self, name):
        print("getattribute " + name)
        return object.__getattribute__(self, name)
    def f(self):
        return self.x
a = A()
print(a.x)
print(a.f())
try:
    a.nope
except AttributeError as e:
    print(e)
class B(A):
    def __getattr__(self, name):
        print("getattr " + name)
        return name.upper()
print(B().zip)
