# the traceback has a line for every call
def inner(x):
    return x + unknown


def outer(y):
    z = y * 2
    return inner(z)


class C(object):
    def method(self):
        return outer(1)


print("start")
C().method()
