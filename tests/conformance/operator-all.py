# The functions of operator that change in place, and index().
import operator


class Log(object):
    def __init__(self, name):
        self.name = name

    def __index__(self):
        return 12


def logged(name):
    def method(self, other):
        print("%s %s" % (name, other))
        return self
    return method


NAMES = ("iadd isub imul ifloordiv itruediv imod ipow ilshift irshift iand ixor "
         "ior").split()
for name in NAMES:
    setattr(Log, "__%s__" % name, logged(name))
a = Log("a")
for name in NAMES:
    print(getattr(operator, name)(a, 5) is a)
print(operator.ifloordiv(7, 2), operator.imod(7, 4), operator.ipow(2, 5))
print(operator.ilshift(1, 4), operator.irshift(16, 2))
print(operator.truediv(7, 2), operator.itruediv(1, 4))
print(operator.index(a), operator.index(True), operator.index(10 ** 20))
for bad in 1.5, "1", None:
    try:
        operator.index(bad)
    except TypeError as error:
        print(error)
