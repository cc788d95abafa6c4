# versions: 3.6-
x = 1
def f():
    print(x)
    x = 2
try: f()
except UnboundLocalError as e: print(e)
def g():
    del y
try: g()
except UnboundLocalError as e: print(e) if False else print(type(e).__name__)
except NameError as e: print(e)
def outer():
    def inner(): return z
    try: inner()
    except NameError as e: print(e)
    z = 1
    return inner()
print(outer())
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); c(); print(c())
class A:
    v = 1
    w = [v for _ in range(2)] if False else 5
    def m(self): return v
try: A().m()
except NameError as e: print(e)
