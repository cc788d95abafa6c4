# versions: 3.6-
# sep, end and file
import sys
print("a", 1, None)
print()
print("a", "b", sep="-")
print("no newline", end="")
print("!", end="\n\n")
print(1, 2, 3, sep="", end=".\n")
print("to stderr", file=sys.stderr)
print("x", "y", sep=None, end=None)
