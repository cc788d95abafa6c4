# what * and ** refuse
def f(a, b=2, *args, **kw):
    return a


def g():
    pass


class A(object):
    def m(self):
        pass


def attempt(call):
    try:
        call()
        print("fine")
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))


attempt(lambda: f(*5))
attempt(lambda: f(**5))
attempt(lambda: f(1, *None))
attempt(lambda: f(1, **{"a": 2}))
attempt(lambda: f(a=1, **{"a": 2}))
attempt(lambda: f(**{1: 2}))
attempt(lambda: g(*[1]))
attempt(lambda: g(**{"x": 1}))
attempt(lambda: A(*5))
attempt(lambda: A().m(*5))
attempt(lambda: A().m(**5))
attempt(lambda: len(*5))
attempt(lambda: len(*[1, 2]))
attempt(lambda: A()(*[1]))
