# An error, and its text in every version.
def fd(a, b=1, c=2): return a
fd(b=1)
