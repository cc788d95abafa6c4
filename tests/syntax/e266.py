print 1 if
