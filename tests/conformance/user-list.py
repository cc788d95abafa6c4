# UserList: a list in a class, with all that lists do; it can be weakly referenced.
import copy
import gc
import weakref

try:
    from UserList import UserList
except ImportError:
    from collections import UserList

a = UserList([3, 1, 2])
print(a, len(a), list(a), bool(a), bool(UserList()))
print(a[0], a[-1], list(a[1:]), 3 in a, 9 in a)
a.append(5)
a.extend([7])
a.extend(UserList("xy"))
a.insert(0, 0)
print(a, a.pop(), a.pop(0), a.count(3), a.index(1))
a.remove("x")
a.reverse()
print(a)
a.sort()
print(a)
a[0] = 9
del a[1]
print(a)
a[1:2] = [4, 4]
del a[:1]
print(a)
b = a + [1]
print(type(b).__name__, b, [1] + a, a + UserList([2]), a + (8,), a * 2, 2 * a)
b += [6]
b *= 2
print(b)
print(a == a[:], a == list(a), a != [1], a < [99], a >= UserList([0]))
print(a == copy.copy(a), copy.copy(a) is a, type(copy.copy(a)).__name__)
print([x for x in reversed(UserList([1, 2, 3]))])
for bad in (lambda: a[50], lambda: hash(a), lambda: a.remove("none"), lambda: UserList(5)):
    try:
        print(bad())
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))
gc.collect()
ref = weakref.ref(b)
b.append(b)
del b
print(gc.collect() > 0, ref())
