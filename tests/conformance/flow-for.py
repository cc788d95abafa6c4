# what a for loop can walk
for x in [1, 2]:
    print(x)
for x in (3, 4):
    print(x)
for c in "ab":
    print(c)
for i in range(3):
    print(i)
for i in range(5, 0, -2):
    print(i)
for k in {"only": 1}:
    print(k)
for a, b in [(1, 2), (3, 4)]:
    print(a + b)
for i in range(0):
    print("never")
else:
    print("else of an empty loop")
print(i)
