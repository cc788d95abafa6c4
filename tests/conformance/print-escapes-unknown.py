# versions: 2.7-3.11
# a backslash before any other character stays
print("\q \d \(")
print(len("\-"))
print("\8 \9")
