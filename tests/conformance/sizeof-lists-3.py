# versions: 3.6-
import sys
S = sys.getsizeof
E = S([])
def n(l): return (S(l) - E) // 8
r = list(range(4))
a, *b = r
print(n(b)); *b, a = r; print(n(b)); a, *b, c = range(9); print(n(b))
print(n([*r]), n([*r, 1]), n([1, *r]), n([1, 2, *r, 3]), n([*r, *r]))
def f(*a): return n(list(a))
print(f(1, 2, 3))
