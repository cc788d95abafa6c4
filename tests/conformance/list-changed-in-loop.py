# a for loop looks at the list as it is now
l = [1, 2, 3, 4]
for x in l:
    if x == 2:
        l.remove(x)
    print(x)
print(l)
n = [1, 2]
for x in n:
    if len(n) < 5:
        n.append(x * 10)
print(n)
