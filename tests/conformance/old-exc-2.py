# versions: 2.7
class Old:
    def __init__(self, x=None):
        self.x = x
    def __str__(self):
        return "Old(%s)" % self.x
try:
    raise Old, 5
except Old, e:
    print e, e.x
try:
    raise Old
except Old, e:
    print e
try:
    raise Old(7)
except (ValueError, Old), e:
    print e
try:
    raise "string"
except TypeError, e:
    print e
try:
    raise 5
except TypeError, e:
    print e
try:
    try:
        raise Old(1)
    except ValueError:
        print "no"
except Old:
    print "yes"
raise Old(9)
