# what list operations do to the counts of items
import sys
x = []
l = [x] * 3
print(sys.getrefcount(x))
m = l[1:]
print(sys.getrefcount(x))
m += l
print(sys.getrefcount(x))
del m[:]
print(sys.getrefcount(x))
l.remove(x)
print(sys.getrefcount(x))
n = l + [x]
print(sys.getrefcount(x))
l.extend(n)
print(sys.getrefcount(x))
l.reverse()
l.sort()
print(sys.getrefcount(x))
del l, n
print(sys.getrefcount(x))
