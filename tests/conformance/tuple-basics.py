# tuples
t = (1, "two", [3])
print(t, len(t), t[0], t[-1], t[1:])
t[2].append(4)
print(t)
print(t + (5,), (0,) * 3, (1) * 3)
print((1, 2) == (1, 2), (1, 2) < (1, 3))
print(t.count(1), t.index("two"))
x, y, z = t
print(z)
print(tuple([1, 2]), tuple("ab"), list((1, 2)))
print(((),), ((1,), (2,)))
