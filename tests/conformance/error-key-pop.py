# pop without a default
d = {1: 2}
print(d.pop(1))
d.pop(1)
