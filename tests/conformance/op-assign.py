# chains, tuples, swaps
a = b = []
a.append(1)
print(b)
x, y = 1, 2
x, y = y, x
print(x, y)
(p, q), r = (1, 2), 3
print(p, q, r)
[m, n] = "ab"
print(m, n)
i = 0
l = [0, 0, 0]
i, l[i] = 2, "here"
print(i, l)
t = 1,
print(t)
k = v = w = 0
v += 1
print(k, v, w)
