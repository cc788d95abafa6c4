# and, or, not give operands
print(1 and 2, 0 and 2, "" and 1)
print(1 or 2, 0 or 2, "" or 0 or [])
print(not "", not "a", not 0, not [0])
x = None
print(x or "default")
print([] or {} or () or "last")
print(1 and [] and 3)


def never():
    print("never")


print(0 and never())
print(1 or never())
