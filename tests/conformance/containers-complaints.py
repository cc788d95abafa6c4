# versions: 2.7, 3.11
# methods and constructors of built-in containers and iterators
try:
    [].append()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].append()')
try:
    [].append(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].append(1,2)')
try:
    [].extend(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].extend(1)')
try:
    [].extend()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].extend()')
try:
    [].insert(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].insert(1)')
try:
    [].insert("a",1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].insert("a",1)')
try:
    [].insert(1.0,1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].insert(1.0,1)')
try:
    [].pop()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].pop()')
try:
    [1].pop(5)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1].pop(5)')
try:
    [1].pop("a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1].pop("a")')
try:
    [1].pop(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1].pop(1,2)')
try:
    [].remove(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].remove(1)')
try:
    [].remove()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].remove()')
try:
    [].index(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].index(1)')
try:
    [].index()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].index()')
try:
    r=[1,2,1].index(1,1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=[1,2,1].index(1,1)')
try:
    [1].index(1,"a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1].index(1,"a")')
try:
    [1].index("a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1].index("a")')
try:
    [].count()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].count()')
try:
    [].sort(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].sort(1)')
try:
    [].sort(foo=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].sort(foo=1)')
try:
    [].sort(key=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].sort(key=1)')
try:
    [1].sort(key=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1].sort(key=1)')
try:
    [].reverse(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].reverse(1)')
try:
    [].copy(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].copy(1)')
try:
    [].clear(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].clear(1)')
try:
    list(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('list(1)')
try:
    list(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('list(1,2)')
try:
    list(a=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('list(a=1)')
try:
    r=list(sequence=[1])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=list(sequence=[1])')
try:
    r=list(iterable=[1])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=list(iterable=[1])')
try:
    tuple(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('tuple(1)')
try:
    tuple(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('tuple(1,2)')
try:
    tuple(a=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('tuple(a=1)')
try:
    ().index(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('().index(1)')
try:
    (1,).count()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('(1,).count()')
try:
    r=(1,).index(1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(1,).index(1)')
try:
    [1,"a"].sort()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1,"a"].sort()')
try:
    [1,None].sort()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[1,None].sort()')
try:
    [[1],["a"]].sort()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[[1],["a"]].sort()')
try:
    r=sorted([3,1,2])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=sorted([3,1,2])')
try:
    sorted(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('sorted(1)')
try:
    sorted()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('sorted()')
try:
    sorted([1],2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('sorted([1],2)')
try:
    sorted([1],key=None,foo=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('sorted([1],key=None,foo=1)')
try:
    r=sorted([3,1],reverse=True)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=sorted([3,1],reverse=True)')
try:
    sorted([1],reverse="a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('sorted([1],reverse="a")')
try:
    {}.get()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.get()')
try:
    {}.get(1,2,3)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.get(1,2,3)')
try:
    {}.pop()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.pop()')
try:
    {}.pop(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.pop(1)')
try:
    {}.pop(1,2,3)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.pop(1,2,3)')
try:
    r={}.pop(1,2)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r={}.pop(1,2)')
try:
    {}.popitem()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.popitem()')
try:
    {}.setdefault()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.setdefault()')
try:
    r={}.setdefault(1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r={}.setdefault(1)')
try:
    {}.update(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.update(1)')
try:
    {}.update(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.update(1,2)')
try:
    {}.update([1])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.update([1])')
try:
    {}.update([(1,)])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.update([(1,)])')
try:
    {}.update([(1,2,3)])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.update([(1,2,3)])')
try:
    {}.update(["ab"])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.update(["ab"])')
try:
    {}.update(["abc"])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.update(["abc"])')
try:
    {}.update([[]])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.update([[]])')
try:
    d={};d.update(a=1);r=d
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('d={};d.update(a=1);r=d')
try:
    d={};d.update([(1,2)],a=1);r=d
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('d={};d.update([(1,2)],a=1);r=d')
try:
    dict(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('dict(1)')
try:
    dict(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('dict(1,2)')
try:
    dict([1])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('dict([1])')
try:
    r=dict(a=1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=dict(a=1)')
try:
    r=dict([(1,2)],a=1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=dict([(1,2)],a=1)')
try:
    dict([(1,2,3)])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('dict([(1,2,3)])')
try:
    {}.keys(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.keys(1)')
try:
    {}.items(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.items(1)')
try:
    {}.copy(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.copy(1)')
try:
    {}.clear(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.clear(1)')
try:
    {}.fromkeys()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.fromkeys()')
try:
    r={}.fromkeys([1,2])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r={}.fromkeys([1,2])')
try:
    r=dict.fromkeys("ab",0)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=dict.fromkeys("ab",0)')
try:
    dict.fromkeys(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('dict.fromkeys(1)')
try:
    dict.fromkeys([[]])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('dict.fromkeys([[]])')
try:
    {}.has_key()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.has_key()')
try:
    r={}.has_key(1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r={}.has_key(1)')
try:
    {}.get([])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.get([])')
try:
    {}.pop([])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.pop([])')
try:
    {}.setdefault([],1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.setdefault([],1)')
try:
    {}.get({})
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.get({})')
try:
    set(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set(1)')
try:
    set(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set(1,2)')
try:
    set([[]])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set([[]])')
try:
    set().add()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().add()')
try:
    set().add([])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().add([])')
try:
    set().remove(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().remove(1)')
try:
    set().remove([])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().remove([])')
try:
    set().discard(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().discard(1)')
try:
    set().pop()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().pop()')
try:
    frozenset().add(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('frozenset().add(1)')
try:
    set().update(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().update(1)')
try:
    set().update([[]])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().update([[]])')
try:
    r=set([1]).union([2])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=set([1]).union([2])')
try:
    set().union(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().union(1)')
try:
    set().intersection(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().intersection(1)')
try:
    r=set([1]).issubset([1])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=set([1]).issubset([1])')
try:
    set().issubset(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().issubset(1)')
try:
    set().isdisjoint(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().isdisjoint(1)')
try:
    set().copy(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().copy(1)')
try:
    set(a=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set(a=1)')
try:
    frozenset(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('frozenset(1)')
try:
    frozenset(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('frozenset(1,2)')
try:
    r=set([1,2]).symmetric_difference([2,3])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=set([1,2]).symmetric_difference([2,3])')
try:
    r=set([1,2]).intersection([2],[2,3])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=set([1,2]).intersection([2],[2,3])')
try:
    r=set([1,2]).difference([2],[3])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=set([1,2]).difference([2],[3])')
try:
    r=set("abc").difference_update("a")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=set("abc").difference_update("a")')
try:
    set().symmetric_difference_update(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().symmetric_difference_update(1)')
try:
    {1:2}.keys()[0]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{1:2}.keys()[0]')
try:
    r=iter({}).next()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=iter({}).next()')
try:
    r=next(iter([]))
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=next(iter([]))')
try:
    next(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('next(1)')
try:
    r=next(iter([]),5)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=next(iter([]),5)')
try:
    next()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('next()')
try:
    r=(1).bit_length()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(1).bit_length()')
try:
    r=(1.5).is_integer()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(1.5).is_integer()')
try:
    (1).foo
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('(1).foo')
try:
    [].foo
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].foo')
try:
    {}.foo
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.foo')
try:
    set().foo
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().foo')
try:
    "".foo
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('"".foo')
try:
    ().foo
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('().foo')
try:
    None.foo
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('None.foo')
try:
    r=(5).real
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(5).real')
try:
    r=(1).conjugate()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(1).conjugate()')
try:
    r=(2.5).as_integer_ratio()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=(2.5).as_integer_ratio()')
try:
    r=[1,2,3].__len__()
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=[1,2,3].__len__()')
try:
    r=[1].__contains__(1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=[1].__contains__(1)')
try:
    list.append(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('list.append(1,2)')
try:
    list.append()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('list.append()')
try:
    list.append([])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('list.append([])')
try:
    dict.get(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('dict.get(1,2)')
try:
    [].append(x=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].append(x=1)')
try:
    {}.get(k=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.get(k=1)')
try:
    {}.pop(k=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.pop(k=1)')
try:
    [].pop(i=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('[].pop(i=1)')
try:
    str.join(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('str.join(1)')
try:
    {}.popitem(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('{}.popitem(1)')
try:
    set().pop(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('set().pop(1)')
try:
    reversed(set())
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('reversed(set())')
try:
    r=list(reversed([1,2]))
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=list(reversed([1,2]))')
try:
    reversed(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('reversed(1)')
try:
    enumerate()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('enumerate()')
try:
    enumerate(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('enumerate(1)')
try:
    r=list(enumerate("ab",1))
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=list(enumerate("ab",1))')
try:
    enumerate([],"a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('enumerate([],"a")')
try:
    iter()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('iter()')
try:
    iter(1,2)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('iter(1,2)')
try:
    iter([],1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('iter([],1)')
try:
    range()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('range()')
try:
    range("a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('range("a")')
try:
    range(1.5)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('range(1.5)')
try:
    range(1,2,0)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('range(1,2,0)')
try:
    range(1,2,3,4)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('range(1,2,3,4)')
try:
    r=range(3)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=range(3)')
try:
    xrange("a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('xrange("a")')
try:
    slice()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('slice()')
try:
    r=slice(1)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=slice(1)')
try:
    tuple()[0]
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('tuple()[0]')
try:
    max()
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('max()')
try:
    max(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('max(1)')
try:
    max([])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('max([])')
try:
    r=max([1,3,2])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=max([1,3,2])')
try:
    r=max(1,2)
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=max(1,2)')
try:
    max(1,"a")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('max(1,"a")')
try:
    max([],default=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('max([],default=1)')
try:
    min([1],foo=1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('min([1],foo=1)')
try:
    r=min("b","a")
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=min("b","a")')
try:
    sum(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('sum(1)')
try:
    sum(["a"])
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('sum(["a"])')
try:
    r=sum([1,2])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=sum([1,2])')
try:
    sum(["a"],"")
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('sum(["a"],"")')
try:
    r=sum([[1]],[])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=sum([[1]],[])')
try:
    any(1)
    print("ok")
except Exception as e:
    print(e.__class__.__name__, str(e))
print('any(1)')
try:
    r=all([])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=all([])')
try:
    r=any([0,1])
    print(repr(r))
except Exception as e:
    print(e.__class__.__name__, str(e))
print('r=any([0,1])')
