# An error, and its text in every version.
def f2(a, b): return a
f2(1, 2, 3)
