# a key that is not in the dict
d = {"a": 1}
print(d["a"])
print(d["b"])
