# python: 2.7
# a line that is left open ends with the program
print 1,
print "a",
