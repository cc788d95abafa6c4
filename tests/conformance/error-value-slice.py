# an extended slice of another length
l = [0, 1, 2, 3]
l[::2] = [1, 2, 3]
