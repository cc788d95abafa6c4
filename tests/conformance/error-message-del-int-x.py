# An error, and its text in every version.
del int.x
