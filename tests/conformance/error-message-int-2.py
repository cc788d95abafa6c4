# An error, and its text in every version.
int([], 2)
