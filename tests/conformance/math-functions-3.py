# versions: 3.6-
import math
print(math.tau, math.inf, -math.inf, math.nan, math.log2(8), math.isfinite(1), math.isfinite(math.inf))
print(math.gcd(12, 18), math.gcd(-4, 6), math.gcd(0, 0), math.gcd(10**30, 10**20))
if hasattr(math, "isqrt"):
    print(math.isqrt(17), math.isqrt(10**40))
for f, a in ((math.gcd, (1.5, 2)), (math.log2, (0,)), (math.floor, (math.inf,)), (math.ceil, (math.nan,)), (math.floor, ("a",))):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
