# versions: 2.7
# print and str use twelve digits, repr all of them
print 0.1 + 0.2
print [0.1 + 0.2]
print str(1.0 / 3), repr(1.0 / 3)
print 1234567890123.0, 123456789012.0, 12345678901.0
print 1e11, 1e12, 1e16
print 1.1 * 3
print "%s %r" % (2.0 / 3, 2.0 / 3)
