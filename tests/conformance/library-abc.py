# abc and collections.abc (3.x)
from abc import ABC, ABCMeta, abstractmethod
import gc
from collections.abc import Mapping, MutableMapping, Iterable, Sized, Sequence, Callable, Hashable
gc.collect()
class Shape(ABC):
    @abstractmethod
    def area(self): pass
    @property
    @abstractmethod
    def name(self): pass
try: Shape()
except TypeError as e: print(e)
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    name = 'sq'
print(Sq(3).area(), isinstance(Sq(1), Shape), issubclass(Sq, Shape), Shape.__abstractmethods__)
class Half(Shape):
    def area(self): return 1
try: Half()
except TypeError as e: print(e)
@Shape.register
class Other: pass
print(isinstance(Other(), Shape), isinstance(3, Shape))
class M(metaclass=ABCMeta):
    @abstractmethod
    def f(self): pass
try: M()
except TypeError as e: print(e)
print(isinstance({}, Mapping), isinstance([], Sequence), isinstance({}, Iterable), isinstance(3, Iterable), isinstance(len, Callable), isinstance([], Hashable), isinstance('', Sized))
class LRU(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
c = LRU(); c['a'] = 1; c.update(b=2)
print(dict(c), 'a' in c, c.pop('a'), c.get('zz', 9), sorted(c.items()), len(c))
c['self'] = c
del c
print(gc.collect())
