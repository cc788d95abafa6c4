# versions: 3.6-
# the sort finds it
l = [3, None, 1]
l.sort()
