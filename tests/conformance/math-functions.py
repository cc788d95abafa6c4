import math
from math import sqrt, pi
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, str(e))
print(math.sqrt)
one = "acos acosh asin asinh atan atanh ceil cos cosh degrees exp expm1 fabs floor log10 radians sin sinh sqrt tan tanh trunc isinf isnan log".split()
for name in one:
    f = getattr(math, name)
    for x in (0, 0.5, 1, 1.5, 2.0, 10, -3, -0.0, 1e308, float("inf"), float("nan"), "a", 3.7, True, 10**25):
        show(lambda: (name, f(x)))
for name in "atan2 copysign fmod pow log".split():
    f = getattr(math, name)
    for x in ((1, 2), (5, 3), (-7, 3), (0.5, 0.25), (2, 1000000), (0, 0), (1e300, 10), (10, 10), ("a", 1), (1, float("inf")), (0, -1), (10, 1)):
        show(lambda: (name, x, f(*x)))
print(pi, math.e, math.floor(-2.5), math.ceil(-2.5), sqrt(2))
show(lambda: math.factorial(20)); show(lambda: math.factorial(30)); show(lambda: math.factorial(-1))
show(lambda: math.log(10**400)); show(lambda: math.log10(10**400)); show(lambda: math.sin()); show(lambda: math.sqrt(1, 2)); show(lambda: math.sqrt(10**400))
