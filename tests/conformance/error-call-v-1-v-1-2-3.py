# An error, and its text in every version.
v = 1
v(1, 2, 3)
