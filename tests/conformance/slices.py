# slices of sequences, by instances with and without __getslice__
l = list(range(10))
print(l[:], l[2:], l[:3], l[2:5], l[-3:], l[::2])
l[2:4] = ['a', 'b', 'c']; print(l)
del l[:2]; print(l)
l[:] = l; print(l)
l[5:] = []; print(l)
l[:0] = (1, 2); print(l)
del l[:]; print(l)
s = 'hello'; print(s[:], s[1:], s[:2], s[1:3])
class G(object):
    def __getitem__(self, k): return ('get', k)
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
g = G(); print(g[1:2], g[:]); g[1:] = 5; del g[:3]
class O:
    def __getslice__(self, i, j): return ('slice', i, j)
    def __getitem__(self, k): return ('item', k)
print(O()[1:2], O()[:], O()[5], O()[1:2:3])
def f(x): return x[1:][0]
print(f([1, 2, 3]))
x = (1,2,3); y = x[:]; print(y is x)
