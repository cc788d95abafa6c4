# versions: 2.7
# commas and soft space
import sys
print "a", 1, None
print "no newline yet",
print "then"
print
print "tab\t",
print "after a tab"
print ("just parentheses")
print ("a", "tuple")
print "%s-%s" % (1, 2), "end"
print >>sys.stderr, "to the other stream", 2
for i in range(3):
    print i,
print
print "ends open",
