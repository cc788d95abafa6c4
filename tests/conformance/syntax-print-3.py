# versions: 3.6-
# the print of version 2
print "hello"
