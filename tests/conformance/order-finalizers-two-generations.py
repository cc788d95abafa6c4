# versions: 3.6-
# the younger generation is appended to the older
import gc


class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


gc.collect()
old = D("old")
old.me = old
gc.collect()
middle = D("middle")
middle.me = middle
gc.collect(0)
young = D("young")
young.me = young
del old, middle, young
print(gc.collect() > 0)
