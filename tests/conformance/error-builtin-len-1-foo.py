# An error, and its text in every version.
len(1).foo
