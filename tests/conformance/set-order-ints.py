# the order of small ints
print(set([3, 1, 2]))
print(set([10, 9, 8, 7]))
print(set([-1, -2, 0, 5]))
print(set([100, 200, 300, 400, 500]))
s = set()
for i in [33, 1, 65, 2, 97]:
    s.add(i)
print(s)
s.discard(1)
s.add(129)
print(s)
for x in set([16, 8, 0, 24]):
    print(x)
