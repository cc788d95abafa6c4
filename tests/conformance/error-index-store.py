# storing there
l = []
l[0] = 1
