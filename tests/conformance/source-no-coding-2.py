# versions: 2.7
# 2.7 wants a coding line before it takes such a character: é
print "never"
