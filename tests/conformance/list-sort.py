# sort, reverse and their stability
l = [3, 1, 2]
l.sort()
print(l)
l.reverse()
print(l)
w = ["b", "a", "C", "B"]
w.sort()
print(w)
p = [(2, "a"), (1, "b"), (2, "A"), (1, "a")]
p.sort()
print(p)
f = [0.5, 2, -1, 1.5]
f.sort()
print(f)
f.sort(reverse=True)
print(f)
print([].sort())
