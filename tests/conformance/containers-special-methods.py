# containers whose items compare, hash and iterate in Python
print('abc'.upper(), 'a,b'.split(','), '-'.join(['a','b']), 'abc'.find('c'), 'abc'.replace('b','x'), 'x'.center(5,'*'))
print('a b c'.split(), 'abc'.startswith('a'), ' x '.strip(), 'a\nb'.splitlines(), 'a-b'.partition('-'))
class A(object):
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        return self.n == o.n
    def __hash__(self): return 7
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return 'A%d' % self.n
    def __add__(self, o): return A(self.n + o.n)
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
a = A(1); b = A(1); c = A(2)
print(a == b, a != b, a == c, a < c, [a, c] == [b, c], [a] != [b], (a, 1) < (c, 0), a in [b], c in (a, b))
d = {a: 'a', c: 'c'}
print(d[b], d.get(A(2)), d.get(A(3)), A(2) in d)
d[b] = 'new'
print(d)
del d[a]
print(d)
l = [A(3), A(1), A(2)]
l.sort()
print(l)
l.sort(key=lambda x: -x.n)
print(l, sorted(l), sorted('hello'), sorted([3,1,2], reverse=True))
print(l.index(A(1)), l.count(A(1)))
l.remove(A(2))
print(l)
for x in A(5): print(x)
print(list(A(5)), set([1,2]) | set([3]), set([1,2,3]) & set([2,3]), set([a]) & set([b]))
print(a + c, not A(1))
class I(object):
    def __iter__(self): return self
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
    next = __next__
print(list(I()), tuple(I()), set(I()), [x for x in I()])
for x in I(): print(x)
l = []
l.extend(I()); l += I(); l[1:2] = [7,8,9]
print(l, dict([(1,2),(3,4)]), dict(a=1), dict.fromkeys('ab', 0))
print(2 in I(), '%s-%s' % (a, c), '%(x)s' % {'x': a})
try:
    [1] + (2,)
except TypeError as e: print(e)
try:
    {}[[]]
except TypeError as e: print(e)
print({1:2}.items(), {1:2}.keys(), {1:2}.values())
t = (1,2,3); print(t.index(2), t.count(3), t[1:], t * 2, t + (4,))
d = {'a':1,'b':2}; d.update({'c':3}); d.update(d=4); print(d, d.pop('a'), d.setdefault('z', 9), d.popitem())
