# versions: 2.7
# range is a list, xrange is not
print range(5), range(2, 5), range(10, 0, -3)
print xrange(5), type(xrange(1))
for i in xrange(3):
    print i
print len(xrange(10)), xrange(10)[3]
print list(xrange(2, 8, 2))
