# len takes one argument
len([], [])
