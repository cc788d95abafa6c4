# a doubly linked list
import gc


class Link(object):
    def __init__(self, value):
        self.value = value
        self.before = None
        self.after = None


gc.collect()
head = last = Link(0)
for i in range(1, 5):
    link = Link(i)
    link.before = last
    last.after = link
    last = link
del link, last
print(gc.collect())
n = head
while n.after is not None:
    n = n.after
print(n.value)
del head, n
print(gc.collect())
