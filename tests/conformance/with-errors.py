# what is no context manager
class A(object):
    pass


class B(object):
    def __enter__(self):
        return self


class C(object):
    def __enter__(self):
        raise ValueError("enter")

    def __exit__(self, *args):
        print("not called")


class D(object):
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise KeyError("exit")


for m in [A(), B(), C(), D(), 5]:
    try:
        with m:
            print("body")
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))
try:
    with D():
        raise ValueError("body")
except KeyError as e:
    print("%r" % e)
