# index of what is not in the list
[1, 2].index(9)
