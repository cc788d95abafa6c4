# versions: 2.7
class Old:
    def __init__(self, x=None): self.x = x
class Sub(Old): pass
class D(object):
    def __del__(self):
        raise Old(3)
d = D()
del d
try:
    raise Sub, 4
except Old, e:
    print e.x, e.__class__.__name__, isinstance(e, Old)
try:
    raise Sub(1), None
except Sub:
    print "sub"
try:
    raise Sub(1), 5
except TypeError, e:
    print e
import sys
try:
    raise Old(2)
except:
    print sys.exc_info()[0], sys.exc_info()[1].x
class New(Exception): pass
try:
    try:
        raise New("n")
    except Old:
        print "wrong"
except New, e:
    print "right", e
try:
    try:
        raise Old(5)
    finally:
        print "finally"
except Old, e:
    print e.x
class M:
    def __enter__(self): return 1
    def __exit__(self, t, v, tb):
        print t, v.x, tb is not None
        return True
with M() as m:
    raise Old(6)
def g():
    raise Sub("boom")
g()
