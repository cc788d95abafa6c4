# deque, defaultdict, OrderedDict, namedtuple, Counter, alone and in cycles
import gc, sys
from collections import deque, defaultdict, OrderedDict, namedtuple, Counter
gc.collect()
d = deque([1, 2, 3], maxlen=3)
d.append(4); d.appendleft(0)
print(d, len(d), d[0], d[-1], 2 in d, list(d), d.maxlen)
d.rotate(1); print(d)
print(d.pop(), d.popleft(), d)
try: deque().pop()
except IndexError as e: print(e)
q = deque()
q.append(q); q.append(1)
print(q)
class A(object):
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
q.append(A(1)); q.append(A(2))
del q
print(gc.collect())
q = deque([A(3), A(4), A(5)])
del q
x = []
x.append(deque([x]))
del x
print(gc.collect())
dd = defaultdict(list)
dd['a'].append(1); dd['b'].append(2)
print(sorted(dd.items()), dd == {'a': [1], 'b': [2]}, dd.get('zz'), len(dd))
print(defaultdict(int, {'x': 1}))
try: defaultdict()['q']
except KeyError as e: print('KeyError', e)
class T(object):
    def __init__(self):
        self.d = defaultdict(lambda: self)
t = T(); t.d['x']
del t
print(gc.collect())
od = OrderedDict([('z', 1), ('a', 2), ('m', 3)])
print(od, list(od), od.popitem(), list(od.items()))
od2 = OrderedDict(); od2['me'] = od2
print(od2)
del od, od2
print(gc.collect())
P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], p._replace(x=5), P._fields, p == (1, 2), isinstance(p, tuple))
print(sorted(p._asdict().items()), P._make([3, 4]))
try: P(1)
except TypeError as e: print(e)
try: P(1, 2, 3)
except TypeError as e: print(e)
try: P(1, z=3)
except TypeError as e: print(e)
c = Counter('abracadabra')
print(c.most_common(2), c['a'], c['zz'], sum(c.values()))
print(Counter(a=3) + Counter(a=1, b=2) == Counter(a=4, b=2), Counter({'x': 2}))
print(type(d), type(dd), deque, Counter, P)
