# a float as the index of a list
l = [1]
l[0.0]
