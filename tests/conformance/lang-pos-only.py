# versions: 3.8-
def f(a, b, /, c, *, d=1): return (a, b, c, d)
print(f(1, 2, 3), f(1, 2, c=3, d=4))
for call in (lambda: f(1, b=2, c=3), lambda: f(1), lambda: f(1, 2, 3, 4), lambda: f(a=1, b=2, c=3), lambda: f(1, 2, 3, e=5), lambda: f(1,2,3,d=1,**{"d":2})):
    try: call()
    except TypeError as e: print(e)
def g(a, /, **kw): return a, kw
print(g(1, a=2))
