# An error, and its text in every version.
v = (1, 2)
v[0] = v[7] = 1
