# build, read, store, delete
l = [3, 1, 2]
print(l, len(l), l[0], l[-1])
l[0] = "x"
print(l)
l.append(4)
l.extend([5, 6])
l.insert(1, "ins")
l.insert(-1, "last but one")
l.insert(100, "end")
print(l)
del l[0]
print(l)
print(l.pop(), l.pop(0), l)
l.remove(2)
print(l, l.index(4), l.count(4))
print(l + [1], [0] * 3, [] + [])
print([1, [2, [3]]][1][1][0])
