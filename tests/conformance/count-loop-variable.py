# the list holds it, the loop variable too
import sys
z = []
for v in [z]:
    print(sys.getrefcount(z))
print(sys.getrefcount(z))
del v
print(sys.getrefcount(z))
for c in z:
    pass
print(sys.getrefcount(z))
