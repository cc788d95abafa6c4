# newer versions guess what was meant
counter = 1
print(counter)
print(countr)
