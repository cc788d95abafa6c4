# a loop over a number
for x in 5:
    print(x)
