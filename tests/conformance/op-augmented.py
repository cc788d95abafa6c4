# augmented assignment, in place where it can be
x = 5
x += 2
x -= 1
x *= 3
x //= 4
x **= 2
x %= 7
print(x)
a = [1]
b = a
b += [2]
print(a, a is b)
b = b + [3]
print(a, b)
b *= 2
print(b)
s = "a"
s += "b"
s *= 3
print(s)
t = (1,)
t += (2,)
print(t)
d = {"n": 1}
d["n"] += 4
print(d)
a[0] += 10
print(a)
z = set([1])
z |= set([2])
print(len(z))
