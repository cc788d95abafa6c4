# dir() of instances, classes and functions: own names, the class's and its bases'
class A(object):
    a = 1

    def m(self):
        pass


class B(A):
    def __init__(self):
        self.z = 1
        self.b = 2


class Slotted(object):
    __slots__ = ["p", "q"]


class Named(object):
    def __dir__(self):
        return ["z", "a", "z"]


def own(o):
    return [n for n in dir(o) if not n.startswith("__")]


def f(p, q):
    r = 1
    print(dir())

    def g():
        return r
    print(dir())


f(1, 2)
b = B()
print(own(b), own(B), own(A), own(Slotted()), own(f))
print(dir(Named()))
f.attribute = 1
print(own(f))
print([n for n in dir() if not n.startswith("__")])
print(len(dir(b)) - len(own(b)) == len(dir(A)) - len(own(A)))
print(dir(b) == sorted(set(dir(b))))
