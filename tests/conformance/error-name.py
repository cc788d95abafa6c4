# an unknown name
print("before")
print(missing)
print("after")
