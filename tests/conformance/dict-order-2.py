# versions: 2.7
# the order of hash slots
d = {"c": 1, "a": 2, "b": 3}
print d
d["z"] = 0
print d.keys(), d.values()
print {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
print {3: "c", 1: "a", 2: "b", -1: "m", 100: "h", 8: "eight"}
for k, v in {"x": 1, "y": 2}.items():
    print k, v
print {"name": 1, "age": 2, "city": 3}.popitem()
print {"": 2, 0: 3, (1, 2): 4, 1.5: 5}
