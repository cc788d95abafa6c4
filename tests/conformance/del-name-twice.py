# the second del has nothing to delete
name = 1
del name
print("deleted once")
del name
