print "hello %s" % x
