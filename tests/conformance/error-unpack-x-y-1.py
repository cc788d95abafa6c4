# An error, and its text in every version.
x, y = [1]
