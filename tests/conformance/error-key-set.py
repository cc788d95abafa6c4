# remove from a set
s = set([1])
s.discard(5)
s.remove(5)
