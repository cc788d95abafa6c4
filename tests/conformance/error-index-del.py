# del of an item that is not there
l = [1]
del l[1]
