# An error, and its text in every version.
{1: 2}[0][0][0]
