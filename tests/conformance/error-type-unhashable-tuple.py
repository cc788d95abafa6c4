# a tuple is as hashable as its items
d = {}
d[(1, 2)] = "fine"
d[(1, [])] = "not"
