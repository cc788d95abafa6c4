# versions: 2.7
import sys
class A(object):
    def __del__(self):
        print "del A"
def f():
    a = A()
    raise ValueError("x")
def g():
    try:
        f()
    except ValueError:
        print "handled"
    print sys.exc_info()[0]
    print sorted(sys.exc_info()[2].tb_next.tb_frame.f_locals)
g()
print "out", sys.exc_info()
try:
    f()
except ValueError:
    pass
print "still", sys.exc_info()[1]
print sys.exc_type, sys.exc_value
sys.exc_clear()
print "cleared"
