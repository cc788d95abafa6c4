# A class derived from weakref.ref that compares by ref.__eq__ and ref.__hash__: what the
# references refer to is compared, once either is dead the references themselves.
import weakref


class Thing(object):
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        print("compare %d %d" % (self.number, other.number))
        return self.number == other.number

    def __ne__(self, other):
        print("differ %d %d" % (self.number, other.number))
        return self.number != other.number

    def __hash__(self):
        print("hash %d" % self.number)
        return self.number


class Tagged(weakref.ref):
    def __new__(cls, thing, tag):
        return weakref.ref.__new__(cls, thing)

    def __init__(self, thing, tag):
        weakref.ref.__init__(self, thing)
        self.tag = tag

    def __eq__(self, other):
        return weakref.ref.__eq__(self, other) and self.tag == other.tag

    def __ne__(self, other):
        return weakref.ref.__ne__(self, other) or self.tag != other.tag

    __hash__ = weakref.ref.__hash__


one, same, two = Thing(1), Thing(1), Thing(2)
a, b, c, d = Tagged(one, "x"), Tagged(same, "x"), Tagged(two, "x"), Tagged(one, "y")
for left, right in (a, a), (a, b), (a, c), (a, d):
    print(left == right)
    print(left != right)
print(hash(a) == hash(b))
print(weakref.ref.__eq__(a, one))
print(weakref.ref.__ne__(a, 1))
table = {a: "first"}
print(table[b])
del one, same
print(a == a)
print(a == b)
print(a != b)
print(weakref.ref.__eq__(a, c))
print(hash(a))
try:
    hash(d)
except TypeError as error:
    print(error)
