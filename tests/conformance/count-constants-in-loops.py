# Constants of displays and loops: what the compiler folds into tuples.
import sys

row = [5000, 5000, 6000]
table = {"k k": 7000, "v v": "v v"}
print(sys.getrefcount(row[0]), sys.getrefcount(row[2]))
print(sys.getrefcount(table["k k"]), [sys.getrefcount(key) for key in sorted(table)])
for i in (10000, 20000):
    print(sys.getrefcount(i))
for i in [10001, 20001]:
    print(sys.getrefcount(i))
for i in [10002, 20002]:
    print(sys.getrefcount(i))
for i in 10002, 20002:
    print(sys.getrefcount(i))
i = j = 123456
print(sys.getrefcount(i))
i, j = 234567, 345678
print(sys.getrefcount(i), sys.getrefcount(j))
i, j = j, i
print(sys.getrefcount(i), sys.getrefcount(j))


def show(x, y=None):
    return sys.getrefcount(x)


print(show(8000), show("p p"), show(x="p q"), show(8001, y=8001))
print([show(n) for n in (40000, 50000)], (lambda: show(60000))())
