# a set in a set
s = set()
s.add(set())
