# a block is missing
if True:
print("x")
