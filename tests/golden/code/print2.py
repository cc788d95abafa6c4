# versions: 2.7
print
print a
print 'x', a,
print >>f, a, b
print >>f, a,
print (a, b), `c`
