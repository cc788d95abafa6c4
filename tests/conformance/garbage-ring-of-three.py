# versions: 2.7
# broken by hand
import gc


class Noisy(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print "del", self.name


gc.collect()
x = Noisy("x")
y = Noisy("y")
z = Noisy("z")
x.next = y
y.next = z
z.next = x
del x, y, z
print gc.collect()
for g in gc.garbage:
    print g.name
del g
gc.garbage[1].next = None
print "cut"
del gc.garbage[:]
print gc.garbage, gc.collect()
