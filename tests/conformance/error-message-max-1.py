# An error, and its text in every version.
max(1)
