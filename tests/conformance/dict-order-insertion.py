# versions: 3.6-
# dicts keep the order of insertion
d = {"c": 1, "a": 2, "b": 3}
print(d)
d["a"] = 9
d["z"] = 0
del d["c"]
d["c"] = 5
print(d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
for k in d:
    print(k)
for k, v in d.items():
    print(k, v)
print(d.popitem(), d)
