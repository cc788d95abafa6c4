# a container inside itself is cut short
l = [1]
l.append(l)
print(l)
d = {}
d["me"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
a = []
b = [a]
a.append(b)
print(a)
m = {"l": []}
m["l"].append(m)
print(m)
