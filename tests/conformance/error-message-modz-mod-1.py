# An error, and its text in every version.
"%z" % 1
