# del takes a name away, the object lives on
a = [1]
b = a
del a
print(b)
del b
x = y = z = 1
del x, y
print(z)
del (z)
a, b, c = 1, 2, 3
del (a, b), c
print("a" in vars())
