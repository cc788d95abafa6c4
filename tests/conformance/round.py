def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for x in (0.5, 1.5, 2.5, -0.5, -2.5, 2.675, 1e16, 1234.5678, 5, 1234, -1250, 1350, True, 1e300, 1e-300):
    for n in ((), (0,), (1,), (2,), (-1,), (-2,), (-3,), (-400,), (400,), (20,)):
        show(lambda: round(x, *n))
show(lambda: round(1.5, None))
show(lambda: round(5, None))
show(lambda: round("a"))
show(lambda: round())
show(lambda: round(1, 2, 3))
show(lambda: round(number=2.5))
show(lambda: round(2.5, ndigits=1))
show(lambda: round(float("inf")))
show(lambda: round(float("nan")))
show(lambda: round(float("nan"), 2))
show(lambda: round(12345678901234567890123, -5))
show(lambda: round(2.5, 1.0))
show(lambda: round(2.5, "1"))
class R(object):
    def __round__(self, *a):
        return ("R", a)
    def __float__(self):
        return 2.5
show(lambda: round(R()))
show(lambda: round(R(), 3))
