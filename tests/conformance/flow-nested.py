# break leaves one loop only
for i in range(3):
    for j in range(3):
        if j == i:
            break
        print(i, j)
    else:
        print("never")
    if i == 1:
        continue
    print("end of %d" % i)
else:
    print("done")
