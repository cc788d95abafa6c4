# An error, and its text in every version.
a, b = {1: 2}
