# remove what is not in the list
l = [1, 2]
l.remove(3)
