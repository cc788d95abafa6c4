# versions: 3.6-
# keys, values and items are views
d = {"a": 1}
k = d.keys()
d["b"] = 2
print(k)
print(len(k), "b" in k)
print(d.values(), d.items())
print(list(d.items())[0])
