# what is too large for any machine is a MemoryError or an OverflowError, at once
from __future__ import print_function

x = [1, 2]
print(len(x * 1000))
print(len("ab" * 1000), len("%1000d" % 3), len("\ta".expandtabs(1000)))
x * (10 ** 15)
