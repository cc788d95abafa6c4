# An error, and its text in every version.
x, y, z = {1: 2}
