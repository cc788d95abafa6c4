# An error, and its text in every version.
for x in None: x.foo
