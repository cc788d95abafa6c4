# items and slices
l = [0, 1, 2, 3, 4]
del l[1], l[-1]
print(l)
del l[1:]
print(l)
d = {"a": 1, "b": 2}
del d["a"]
print(d)
del d["a"]
