# a loop that runs off the end
l = [1, 2, 3]
for i in range(3):
    print(l[i])
    del l[i]
