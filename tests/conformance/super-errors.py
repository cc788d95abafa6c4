# what super refuses
class A(object):
    pass


class B(A):
    def m(self):
        return super(B, self).nothing

    def n(self):
        return super(B, self).nothing()


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print("%s: %s" % (type(e).__name__, e))


attempt(B().m)
attempt(B().n)
attempt(lambda: super(B, A()))
attempt(lambda: super(B, 5))
attempt(lambda: super(5, 5))
attempt(lambda: super(B, B()).__class__.__name__)
attempt(lambda: repr(super(B, B()))[:19])
