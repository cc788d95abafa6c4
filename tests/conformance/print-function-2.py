# versions: 2.7
# the print function of version 3 in version 2
from __future__ import print_function
import sys
print("a", 1, None)
print()
print("a", "b", sep="-")
print("no newline", end="")
print("!", end="\n\n")
print(1, 2, 3, sep="", end=".\n")
print("to stderr", file=sys.stderr)
print(*[1, 2])
