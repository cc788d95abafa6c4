# An error, and its text in every version.
set().remove(1.5)
