# a dict must keep its size during a loop
d = {"a": 1, "b": 2}
for k in d:
    d[k] = 0
print(d["a"], d["b"])
for k in d:
    d[k + "x"] = 1
