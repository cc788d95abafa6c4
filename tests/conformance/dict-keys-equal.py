# 1, 1.0 and True are one key
d = {}
d[1] = "int"
d[1.0] = "float"
d[True] = "bool"
print(d)
d[0] = "zero"
d[False] = "false"
d[-0.0] = "minus zero"
print(d)
print(d[0.0], len(d))
