# swapping and rebinding
import sys
a = []
b = {}
a, b = b, a
print(sys.getrefcount(a), sys.getrefcount(b))
a = b
print(sys.getrefcount(a))
a = b = None
c = (a, b) = ([], [])
print(sys.getrefcount(a), sys.getrefcount(c))
