# versions: 2.7
import sys
try:
    raise ValueError, "msg"
except ValueError, e:
    print e, e.args, e.message
print e
try:
    raise ValueError("a", "b")
except (TypeError, ValueError), (x, y):
    print x, y
def f((a, b), c=1): return a + b + c
print f((1, 2)), `1 + 1`, 1 <> 2, 0777, 10L, u"x", ur"\d"
print "%s %r" % ("a", u"b"),
print "same line"
exec_like = 5
print >>sys.stdout, "to stdout" if exec_like else ""
class A:
    def __cmp__(self, o): return -1
    def __nonzero__(self): return False
print A() < A(), bool(A()), [x for x in "ab"], x
print sorted({"b": 1, "a": 2}.items()), {1: 2}.has_key(1), map(str, [1, 2]), filter(None, [0, 1]), zip([1], [2]), range(3), reduce(lambda a, b: a + b, [1, 2, 3])
print isinstance("a", basestring), unicode("a"), long(5), 7 / 2, -7 / 2, 7 // 2.0, cmp(1, 2), xrange(3), unichr(97)
