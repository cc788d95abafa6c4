# last to first by counting, first to last by the collector
import gc


class D(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print(self.n)


gc.collect()
l = [D(0), D(1), D(2)]
del l
print("--")
l = [D(0), D(1), D(2)]
l.append(l)
del l
gc.collect()
