# l *= n makes the list longer where it is
a = []
b = a
a *= 2
print(a, a is b)
a = [1, a]
b = a
a *= 3
print(len(a), a is b, a[1] is a[5])
a *= 1
print(len(a), a is b)
