# An error, and its text in every version.
def f1(a): return a
v = f1
v(1, 2, 3)
