# handlers inside handlers
import sys


def name():
    t = sys.exc_info()[0]
    return t and t.__name__


def nested():
    print(name())
    try:
        raise ValueError("a")
    except ValueError:
        print(name())
        try:
            raise KeyError("b")
        except KeyError:
            print(name())
        print(name())
        try:
            pass
        finally:
            print(name())
    print(name())


nested()
print(name())


def reraise():
    try:
        try:
            raise IndexError("i")
        except IndexError:
            print("first")
            raise
    except LookupError as e:
        print("second %s" % e)
        return name()


print(reraise())
print(name())
