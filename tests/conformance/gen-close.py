# close runs finally, and takes no further yield
def g(name):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit %s" % name)
        raise
    finally:
        print("finally %s" % name)


a = g("a")
next(a)
a.close()
a.close()
b = g("b")
b.close()
try:
    next(b)
except StopIteration:
    print("finished")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def other():
    try:
        yield 1
    finally:
        raise KeyError("other")


o = other()
next(o)
try:
    o.close()
except KeyError as e:
    print("KeyError %s" % e)


def quiet():
    try:
        yield 1
    except GeneratorExit:
        print("quiet")


q = quiet()
next(q)
print(q.close())
