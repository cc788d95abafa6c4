# __del__ that raises while an exception is on its way
class D(object):
    def __del__(self):
        raise KeyError("from del")


def f():
    d = D()
    raise ValueError("from f")


try:
    f()
except ValueError as e:
    print("caught %s" % e)
print("end")
