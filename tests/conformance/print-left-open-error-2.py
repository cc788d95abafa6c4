# python: 2.7
# a line that is left open ends before the traceback
print 1,
1 / 0
