# the items of a deque die from the left, in a collection too
import gc
from collections import deque
gc.disable()
gc.collect()
class D(object):
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del " + self.name)
class Node(object):
    pass
q = deque([D("a"), D("b"), D("c")])
print(len(q), gc.is_tracked(q), q.maxlen)
q.appendleft(D("z"))
q.popleft()
del q
print("cycle")
n = Node()
n.queue = deque()
for i in range(3):
    m = Node()
    m.owner = n.queue
    m.value = i
    n.queue.append(m)
n.queue.append(n)
print([r.value for r in gc.get_referents(n.queue) if hasattr(r, "value")])
del n, m
print(gc.collect())
q = deque(maxlen=2)
for name in "pqrs":
    q.append(D(name))
q.rotate()
q.clear()
work = deque([1])
seen = []
while work:
    x = work.popleft()
    seen.append(x)
    if x < 20:
        work.extend([2 * x, 2 * x + 1])
print(seen)
it = iter(deque([1, 2]))
print(next(it))
d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
d[5]
