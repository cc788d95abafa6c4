# versions: 3.6-
# __del__ called in the middle of other work
import gc


class D(object):
    def __init__(self, n):
        self.n = n
        self.me = self

    def __del__(self):
        order.append(self.n)


order = []
gc.collect()
gc.set_threshold(10)
for i in range(20):
    D(i)
gc.set_threshold(0)
first = len(order)
gc.collect()
print(first)
print(order)
