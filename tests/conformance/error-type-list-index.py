# a text as the index of a list
l = [1]
l["a"]
