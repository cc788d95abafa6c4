# versions: 2.7
# keys of one slot, in both orders
a = {0: "a", 8: "b", 16: "c"}
b = {16: "c", 8: "b", 0: "a"}
print a, b
print a == b
del b[8]
b[24] = "d"
print b
del b[16]
b[16] = "again"
print b.items()
