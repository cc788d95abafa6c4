# slices read, stored, deleted
l = [0, 1, 2, 3, 4, 5]
print(l[1:3], l[:2], l[4:], l[-2:], l[::2], l[::-1])
l[1:3] = ["a", "b", "c"]
print(l)
l[2:2] = ["in"]
print(l)
l[5:] = []
print(l)
l[:] = [9, 8]
print(l)
l[1:] = (7, 6, 5)
print(l)
l[10:] = "xy"
print(l)
del l[1:3]
print(l)
del l[-1:]
print(l)
m = [0, 1, 2, 3, 4, 5]
m[::2] = ["e", "f", "g"]
print(m)
del m[1::2]
print(m)
del m[:]
print(m)
