# An error, and its text in every version.
for x in 1: x.foo
