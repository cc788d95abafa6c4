# references to an exception that is being handled
import sys


def f():
    try:
        raise ValueError("x")
    except ValueError as e:
        print(sys.getrefcount(e))
        other = e
        print(sys.getrefcount(e))
        other = None
        return sys.getrefcount(e)


print(f())
e = ValueError("made")
print(sys.getrefcount(e))
try:
    raise e
except ValueError:
    print(sys.getrefcount(e))
