# the line of a statement that spans several
def f(a, b):
    return a + b


x = f(
    1,
    "two")
