# a list as a key
d = {}
d[[]] = 1
