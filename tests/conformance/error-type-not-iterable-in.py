# in without a container
print(1 in 5)
