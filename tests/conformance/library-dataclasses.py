# dataclasses, with annotations of typing (3.7)
import gc
from dataclasses import dataclass, field, asdict, replace, astuple, fields
from typing import List, Optional, Any
gc.collect()
@dataclass
class P:
    x: int
    y: int = 2
    tags: List[str] = field(default_factory=list)
p = P(1)
print(p, p == P(1), p == P(2), p.tags is P(1).tags, asdict(p), astuple(p))
print(replace(p, x=5), [f.name for f in fields(p)])
try: P()
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'q'
f = F(1)
print(f, hash(f) == hash((1, 'q')), F(1) < F(2), sorted([F(3), F(1)]))
try: f.a = 3
except AttributeError as e: print(type(e).__name__, e)
@dataclass
class Node:
    value: Any
    parent: Optional['Node'] = None
    children: list = field(default_factory=list, repr=False)
    def __post_init__(self):
        if self.parent: self.parent.children.append(self)
root = Node('root'); kid = Node('kid', root)
print(kid, len(root.children))
del root, kid
print(gc.collect())
n = Node(1); n.value = n
print(n)
