# An error, and its text in every version.
repr()
