# sys.version_info is a tuple whose items have names
import sys

v = sys.version_info
print(v[0] == v.major, v[1] == v.minor, v.micro, v.releaselevel, v.serial)
print(v)
print(v >= (2, 7), v[:2], len(v), isinstance(v, tuple), type(v))
