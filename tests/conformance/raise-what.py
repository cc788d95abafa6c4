# what can be raised
class NotOne(object):
    pass


class Odd(Exception):
    def __new__(cls, *args):
        return 5 if args else Exception.__new__(cls)


def attempt(what):
    try:
        raise what
    except TypeError as e:
        print("TypeError: %s" % e)
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))


attempt(NotOne)
attempt(NotOne())
attempt(5)
attempt(ValueError)
attempt(ValueError("v"))
attempt(Odd)
try:
    raise Odd
except Odd:
    print("odd")
