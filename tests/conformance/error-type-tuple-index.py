# None as the index of a tuple
t = (1, 2)
t[None]
