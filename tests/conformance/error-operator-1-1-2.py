# An error, and its text in every version.
[1] - (1, 2)
