# versions: 2.7
# print >>f works with anything that has a write, and keeps softspace on it
import sys


class Sink(object):
    def __init__(self):
        self.texts = []

    def write(self, text):
        self.texts.append(text)


class Loud(object):
    def __del__(self):
        print "loud is gone"

    def __str__(self):
        return "loud\n"


s = Sink()
print >>s, 1, "a",
print s.texts, s.softspace
print >>s, "b"
print s.texts, s.softspace
print >>s, Loud(), "after"
print s.texts, sorted(vars(s))
print >>s
print s.texts[-1] == "\n", sys.getrefcount(s)
old = sys.stdout
sys.stdout = Sink()
print "kept", 2
kept = sys.stdout
sys.stdout = old
print kept.texts
print >>Sink, "no instance"
