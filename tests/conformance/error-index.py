# behind the end of a list
l = [1, 2]
print(l[1])
print(l[2])
