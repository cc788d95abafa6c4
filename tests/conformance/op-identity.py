# is, and when two names are one object
a = []
b = a
c = []
print(a is b, a is c, a is not c, a == c)
print(None is None, True is True)
t = ()
u = ()
print(t is u)
x = "name"
y = "name"
print(x is y)
d = {"k": a}
print(d["k"] is b)


def f():
    pass


print(f is f)
