# arguments are names for the caller's objects
def change(l, n, d):
    l.append(1)
    n += 1
    d["k"] = l
    l = "rebound"


a = []
n = 1
d = {}
change(a, n, d)
print(a, n)
print(d["k"] is a)
