# a function is an object
def f(a, b=[]):
    "what f does"
    return a


f.count = 0
f.count += 1
print(f.count)
print(f.__name__)
print(f.__doc__)
g = f
del f
print(g(5))
print(g.__name__)
print(g.__defaults__)
print(g.__closure__)
print(hasattr(g, "nothing"))
