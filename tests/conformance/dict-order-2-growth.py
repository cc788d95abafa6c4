# versions: 2.7
# a dict that grows and shrinks puts its keys elsewhere
d = {}
for i in range(12):
    d["k%d" % i] = i
print d
for i in range(0, 12, 2):
    del d["k%d" % i]
print d
d["new"] = 1
print d
e = {}
for i in [40, 8, 16, 0, 24, 32]:
    e[i] = 1
print e.keys()
for i in range(0, 700, 100):
    e[i] = 1
print e.keys()
