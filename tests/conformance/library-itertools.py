# itertools: what each gives; its objects in cycles
import gc
from itertools import count, cycle, repeat, chain, islice, tee, groupby, product, permutations, combinations, takewhile, dropwhile, starmap, compress, combinations_with_replacement
gc.collect()
print(list(islice(count(3), 4)), count(2), count(1, 2), list(islice(count(), 1, 10, 3)))
print(list(islice(cycle('ab'), 5)), list(repeat(1, 3)), repeat('x'), repeat(7, 2))
print(list(chain([1], (2, 3), 'z')), list(chain.from_iterable([[1], [2]])))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))
print([(k, list(g)) for k, g in groupby('aabbbca')])
print([(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)))
print(list(permutations('abc', 2)), list(permutations([1, 2])))
print(list(combinations('abcd', 2)), list(combinations_with_replacement('ab', 2)))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(compress('abcd', [1, 0, 1, 1])))
class N(object):
    def __del__(self): print('del N')
n = N()
n.it = chain([n])
del n
print(gc.collect())
n = N(); n.it = cycle([n]); next(n.it)
del n
print(gc.collect())
it = islice([1, 2, 3], 2)
print(next(it), gc.is_tracked(it), type(it))
n = N(); n.it = starmap(lambda x: x, [(n,)])
del n
print(gc.collect())
