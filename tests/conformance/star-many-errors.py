# versions: 3.6-
# what several stars refuse
def f(*a, **k):
    return a, k


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))


attempt(lambda: f(**{"a": 1}, **{"a": 2}))
attempt(lambda: f(**{"a": 1}, a=2))
attempt(lambda: {**5})
attempt(lambda: f(**{"a": 1}, **5))


def unpack(value):
    a, *b, c = value
    return a, b, c


attempt(lambda: unpack([1]))
attempt(lambda: unpack([]))
attempt(lambda: unpack(5))
attempt(lambda: unpack([1, 2]))
attempt(lambda: unpack(iter("abcd")))


class Keys(object):
    def keys(self):
        return ["k", "l"]

    def __getitem__(self, key):
        return key * 2


attempt(lambda: f(**Keys()))
attempt(lambda: {**Keys(), "m": 1})
