# the division of version 3 in version 2
from __future__ import division
print(7 / 2)
print(-7 / 2)
print(6 / 3)
print(7 // 2)
