print 'a' b
