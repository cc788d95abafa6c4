# An error, and its text in every version.
def f1(a): return a
~f1
