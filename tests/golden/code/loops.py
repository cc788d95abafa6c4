# versions: 2.7 3.6 3.11 3.12
for i in x:
    if i:
        continue
    break
else:
    y
while a and b:
    c()
else:
    d
while 1:
    pass
while True:
    if e:
        break
