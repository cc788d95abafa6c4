# An error, and its text in every version.
hasattr(1)
