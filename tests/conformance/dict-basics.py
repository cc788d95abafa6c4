# build, read, store, delete
d = {"a": 1}
d["b"] = 2
d["a"] = 3
print(d["a"], d["b"], len(d))
print("a" in d, "z" in d, "z" not in d)
print(d.get("a"), d.get("z"), d.get("z", 0))
print(d.setdefault("c", []), d.setdefault("a", "unused"))
d["c"].append(1)
print(d["c"])
del d["a"]
print("a" in d)
print(d.pop("b"), d.pop("b", "gone"))
d.update({"x": 1, "y": 2})
print(len(d), d["x"])
e = d.copy()
d.clear()
print(d, len(e))
print({1: "int", 1.0: "float", True: "bool"})
print({(1, 2): "tuple"}[(1, 2)])
