# a slice is a new list with the same items
inner = [1]
a = [inner, inner]
b = a[:]
print(a == b, a is b, a[0] is b[0])
inner.append(2)
print(a, b)
b[0] = "own"
print(a, b)
c = a * 2
c[3].append(3)
print(a)
