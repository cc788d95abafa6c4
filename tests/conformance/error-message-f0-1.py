# An error, and its text in every version.
def f0(): return 1
f0(1)
