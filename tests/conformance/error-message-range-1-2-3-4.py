# An error, and its text in every version.
range(1, 2, 3, 4)
