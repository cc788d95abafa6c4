# Weak references of one class are compared by what they refer to, those of different
# classes too, but for 2.7.
import weakref


class Thing(object):
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ne__(self, other):
        return self.n != other.n

    __hash__ = object.__hash__


class Mine(weakref.ref):
    pass


class Other(Mine):
    pass


one, same, two = Thing(1), Thing(1), Thing(2)
makes = weakref.ref, Mine, Other
for left in makes:
    for right in makes:
        a, b, c = left(one), right(same), right(two)
        print(left.__name__, right.__name__, a == b, a != b, a == c, a != c)
a = weakref.WeakValueDictionary({"k": one})
b = weakref.WeakValueDictionary({"k": same})
c = weakref.WeakValueDictionary({"k": two})
print(a == b, a == c, a != c, a == a.copy())
a, b = weakref.WeakKeyDictionary({one: 1}), weakref.WeakKeyDictionary({one: 1})
print(a == b, a == weakref.WeakKeyDictionary({two: 1}), a == weakref.WeakKeyDictionary())
