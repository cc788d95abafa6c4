# object's own slots, called by name
class A(object):
    def __init__(self):
        object.__init__(self)
        object.__setattr__(self, "x", 1)

    def __setattr__(self, name, value):
        print("set %s" % name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del %s" % name)
        object.__delattr__(self, name)

    def __getattribute__(self, name):
        if not name.startswith("__"):
            print("get %s" % name)
        return object.__getattribute__(self, name)

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 7


a = A()
a.y = 2
print(a.x + a.y)
del a.y
try:
    a.y
except AttributeError as e:
    print(e)
try:
    object.__delattr__(a, "zz")
except AttributeError as e:
    print(e)
print(object.__hash__(a) == id(a) // 16 or object.__hash__(a) != 7)
print(object.__repr__(a).split(" at ")[0], object.__str__(a).split(" at ")[0])
print(object.__new__(A).__class__ is A)


class B(A):
    def __setattr__(self, name, value):
        super(B, self).__setattr__(name, value)


b = B()
b.z = 3
print(b.__dict__)
