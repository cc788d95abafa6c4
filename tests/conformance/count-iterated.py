# the list that a for loop walks
import sys
l = [1]
for x in l:
    print(sys.getrefcount(l))
print(sys.getrefcount(l))
