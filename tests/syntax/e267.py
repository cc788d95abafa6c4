print f(1)
