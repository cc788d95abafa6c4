# An error, and its text in every version.
set(1, 2)
