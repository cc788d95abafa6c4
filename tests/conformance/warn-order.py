# versions: 3.6-
x = "\d"
print(x)
assert (x, "msg")
print([1, 2](0) if False else 1)
y = b"\q"
def f():
    return 1 if 1is 1 else 2
