# An error, and its text in every version.
issubclass((1, 2), int).foo
