# versions: 3.6-
# UTF-8 without a coding line, and names in it
größe = "é中"
print(größe, len(größe))
