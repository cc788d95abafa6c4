# An error, and its text in every version.
"".startswith(1)
