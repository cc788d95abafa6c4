# exceptions as objects
class E(Exception):
    def __init__(self, code):
        self.code = code


class F(E):
    def __str__(self):
        return "F with %s" % self.code


for e in [E(5), F(6), ValueError("a", 1), KeyError("k"), ValueError(), Exception(None)]:
    print("%s %s %r" % (type(e).__name__, e, e.args))
e = F(7)
e.extra = "more"
try:
    raise e
except E as caught:
    print("%s %s" % (caught is e, caught.extra))
    print(isinstance(caught, F))
