#!/usr/bin/env python3
"""Writes small programs that end with an error, one failing statement each.

    tests/error_programs.py DIRECTORY

tests/record.py records what the real interpreters say of them, tests/conformance.sh
compares.  A selection is in tests/conformance (error-*.py).
"""
import os
import re
import sys

out = os.path.join(sys.argv[1], "")
PRE='''class A(object):
    def __init__(self, x=1):
        self.x = x
    def m(self, y):
        return y
class S(object):
    __slots__ = ["s"]
class N(object):
    pass
def f0(): return 1
def f1(a): return a
def f2(a, b): return a
def fd(a, b=1, c=2): return a
'''
snips=[]
vals={'i':'1','f':'1.5','s':'"ab"','l':'[1]','t':'(1, 2)','d':'{1: 2}','n':'None','o':'A()','fn':'f1','c':'A','e':'set()'}
for op in ['+','-','*','/','//','%','**','<<','&','|','<','<=','in']:
    for a,b in [('i','s'),('s','i'),('l','i'),('i','n'),('n','n'),('d','d'),('o','i'),('l','t'),('t','l'),('s','n'),('s','l'),('f','s'),('e','l'),('c','i'),('fn','fn')]:
        snips.append(('op','%s %s %s'%(vals[a],op,vals[b])))
for op in ['+=','-=','*=','|=','%=','//=','**=','<<=']:
    for a,b in [('i','s'),('l','i'),('t','l'),('n','i'),('s','n'),('e','l'),('d','l')]:
        snips.append(('aug','v = %s\nv %s %s'%(vals[a],op,vals[b])))
for a in vals:
    snips+= [('un','-%s'%vals[a]),('un','~%s'%vals[a]),('un','+%s'%vals[a]),
     ('sub','%s[0][0][0]'%vals[a]),('sub','%s["a"]'%vals[a]),('sub','%s[1.5]'%vals[a]),('sub','%s[None]'%vals[a]),('sub','%s[5]'%vals[a]),('sub','%s[1:"a"]'%vals[a]),
     ('st','v = %s\nv[0] = v[7] = 1'%vals[a]),('st','v = %s\nv["x"] = 1\nv[[]] = 2'%vals[a]),('st','v = %s\nv[0:1] = 5'%vals[a]),
     ('del','v = %s\ndel v[9]'%vals[a]),('del','v = %s\ndel v.foo'%vals[a]),('del','v = %s\ndel v["k"]'%vals[a]),
     ('at','%s.foo'%vals[a]),('at','v = %s\nv.foo = 1\nv.bar'%vals[a]),('call','(%s)()()'%vals[a]),('call','v = %s\nv(1, 2, 3)'%vals[a]),('call','v = %s\nv(zz=3)'%vals[a]),
     ('it','for x in %s: x.foo'%vals[a]),('un','x, y, z = %s'%vals[a]),('un','x, = %s'%vals[a]),('un','x, y = %s'%vals[a]),('un','(x, y), z = %s'%vals[a]),('it','list(%s)[3]'%vals[a]),
     ('b','len(%s).foo'%vals[a]),('b','int(%s).foo'%vals[a]),('b','iter(%s).foo'%vals[a]),('b','next(%s)'%vals[a]),('b','sum(%s)'%vals[a]),('b','sum([%s, 1, "x"])'%vals[a]),('b','max(%s).foo'%vals[a]),('b','sorted(%s).foo'%vals[a]),('b','abs(%s).foo'%vals[a]),
     ('b','hash(%s).foo'%vals[a]),('b','isinstance(1, %s).foo'%vals[a]),('b','issubclass(%s, int).foo'%vals[a]),('b','range(%s).foo'%vals[a]),('b','chr(%s).foo'%vals[a]),('b','ord(%s).foo'%vals[a]),('b','dict(%s).foo'%vals[a]),('b','set(%s).foo'%vals[a]),('b','tuple(%s).foo'%vals[a]),('b','float(%s).foo'%vals[a]),
     ('b','"".join(%s).foo'%vals[a]),('b','getattr(A(), %s)'%vals[a]),('b','setattr(A(), %s, 1)'%vals[a]),('b','"a".split(%s).foo'%vals[a]),('b','[].extend(%s).foo'%vals[a]),('b','[3].index(%s)'%vals[a]),('b','[3].remove(%s)'%vals[a]),('b','{}.pop(%s)'%vals[a]),('b','set().remove(%s)'%vals[a]),('b','{}.update(%s).foo'%vals[a]),('b','[1, 2].pop(%s).foo'%vals[a]),('b','enumerate(%s).foo'%vals[a]),('b','zip([], %s).foo'%vals[a]),('b','"%%d" %% %s'%vals[a]),('b','"%%s %%s %%s" %% %s'%vals[a]),('b','"x" %% %s'%vals[a]),('b','"%%f%%d" %% (%s, "q")'%vals[a]),('b','divmod(%s, 0)'%vals[a]),('b','[1, "a", %s].sort()'%vals[a]),('b','{[]: %s}'%vals[a]),
     ('b','import weakref\nweakref.ref(%s).foo'%vals[a]),('b','import gc\ngc.collect(%s).foo'%vals[a]),('b','import gc\ngc.get_referrers(%s)[999]'%vals[a]),
     ('b','reversed(%s).foo'%vals[a]),('b','map(%s, [1])[7]'%vals[a]),('b','type(%s).foo'%vals[a]),('b','type(%s)(1, 2, 3, 4)'%vals[a]),('b','class Z(%s):\n    pass\nZ.foo'%vals[a])]
for call in ['f0(1)','f0(1, 2)','f1()','f1(1, 2)','f2()','f2(1)','f2(1, 2, 3)','fd()','fd(1, 2, 3, 4)','f1(1, a=2)','f1(b=1)','f2(1, c=2)','f0(a=1)','fd(b=1)','A(1, 2)','A().m()','A().m(1, 2)','A.m()','A.m(1)','A.m(1, 2)','A().x()','N(1)','N(1, 2)','N(a=1)','S().s','S().z','S(1)','object(1)','A.q','A().q()','N.__init__(1)','object.__new__()','object.__new__(1)','list.append()','list.append(1, 2)','list.append(5)','dict.get({})','{}.get()','{}.get(1, 2, 3)','{}.setdefault()','{}.items(1)','[].append()','[].append(1, 2)','[].insert(1)','[].pop(1, 2)','[].sort(1)','[].sort(foo=1)','[].index()','"".upper(1)','"".replace("a")','"".find()','"".startswith(1)','"".format(1).foo','"{}".format()','"{a}".format()','"{0.x}".format(1)','"{0[1]}".format(1)','len()','len(1, 2)','print.foo','range()','range(1, 2, 0)','range(1, 2, 3, 4)','isinstance(1)','isinstance()','int("z")','int("1", 99)','int("9", 8)','int([], 2)','float("z")','chr(-1)','ord("")','ord("ab")','max()','max([])','max(1)','min([])','min(1, key=3)','sum()','sum(1, 2, 3)','iter(1, 2)','next()','next([])','next(iter([]))','getattr()','getattr(1)','getattr(1, "zz")','hasattr(1)','setattr(1, "a")','delattr(1, "a")','id()','id(1, 2)','hash([])','hash({})','type()','type(1, 2)','type("A", 1, 2)','type("A", (), 1)','super().foo','callable()','dir(1, 2)','vars(1)','abs()','round()','round("a")','pow(1)','pow("a", 2)','divmod(1)','zip(1)','map()','map(f1)','filter(1)','list(1, 2)','tuple(1, 2)','dict(1, 2)','dict([1])','dict([(1, 2, 3)])','dict([[1]])','set(1, 2)','frozenset(1)','sorted()','sorted([1, "a"])','sorted([1], 2, 3, 4)','enumerate()','reversed()','bool(1, 2)','str(1, 2, 3, 4)','repr()','repr(1, 2)','object().x','None.x','(1).x','"".x','[].x','{}.x','().x','f1.x','A.x.y','len.x','A().m.x','A().m.x = 1','f1.__name__ = 1','A.__name__ = 1','A().__class__ = 1','A().__dict__ = 1','[].x = 1','None.x = 1','int.x = 1','int.x','del int.x','(1).real = 1','x','x.y','x()','del x','x += 1','import sys\nsys.foo','import sys\nsys.getrefcount()','import sys\nsys.getrefcount(1, 2)','import sys\nsys.setrecursionlimit("a")','import sys\nsys.setrecursionlimit(0)','import sys\nsys.getsizeof()','import gc\ngc.foo','import gc\ngc.collect(9)','import gc\ngc.collect(1, 2)','import gc\ngc.collect("a")','import gc\ngc.set_threshold("a")','import gc\ngc.set_threshold()','import gc\ngc.set_threshold(1, 2, 3, 4)','import gc\ngc.enable(1)','import gc\ngc.get_objects(1, 2)','import gc\ngc.is_tracked()','import gc\ngc.set_debug()','import gc\ngc.set_debug("a")','import weakref\nweakref.ref()','import weakref\nweakref.ref(1)','import weakref\nweakref.ref(A(), 1, 2)','import weakref\nweakref.proxy(A()).x','import weakref\nweakref.ref(A())(1)','import weakref\nweakref.foo','import weakref\nweakref.proxy([])','import weakref\na = A()\np = weakref.proxy(a)\np.foo','import weakref\na = A()\np = weakref.proxy(a)\np()','import weakref\na = A()\np = weakref.proxy(a)\ndel a\np.x = 1','import weakref\na = A()\np = weakref.proxy(a)\nhash(p)','1 / 0','1 // 0','1 % 0','1.0 / 0','1.0 % 0','0 ** -1','0.0 ** -1','1 << -1','10 ** "a"','divmod(1, 0)','divmod(1.0, 0)','"a" * 1.5','[1] * "a"','[1] + (2,)','(1,) + [2]','"a" + 1','"a" + None','1 + "a"','{} + {}','set() + set()','{1} - [1]','1 in 2','"a" in 1','1 in "a"','None in "a"','[1, 2][:, 1]','[1][1:2:0]','"a"[0] = "b"','(1,)[0] = 2','del "a"[0]','del (1,)[0]','[1, 2][::2] = [1, 2, 3]','x = [1, 2, 3]\nx[::2] = [1]','x = [1]\nx[0:1] = 5','[].remove(1)','[].pop()','[1].pop(5)','[].index(1)','().index(1)','{}.popitem()','{}[1]','{}["a b"]','{}[(1, 2)]','{}[None]','set().pop()','set().remove("x")','d = {1: 2}\nfor k in d: d[k + 1] = 1','s = {1}\nfor k in s: s.add(k + 1)','a, b = 1','a, b = 1, 2, 3','a, b = [1]','a, b = "abc"','a, b = {1: 2}','a, (b, c) = 1, 2','for a, b in [1]: pass','for a, b in [(1, 2, 3)]: pass','"%d" % "a"','"%d" % None','"%f" % "a"','"%c" % "ab"','"%c" % 1.5','"%x" % 1.5','"%z" % 1','"%" % 1','"%s" % ()','"%s%s" % 1','"%s" % (1, 2)','"%(a)s" % 1','"%(a)s" % {}','"%(a" % {}','"%*d" % ("a", 1)','"{:d}".format("a")','"{:z}".format(1)','"{".format(1)','"}".format(1)','"{} {1}".format(1, 2)','class B(A, A): pass','class B(bool): pass','class B(None): pass','class B(type(None)): pass','class B(f1): pass','class X(object): pass\nclass Y(X): pass\nclass Z(X, Y): pass','A() < A()','A() + A()','A()[0]','A()[0] = 1','del A()[0]','len(A())','iter(A())','A()()','int(A())','-A()','A() in A()','1 in A()','bool(A()).x','hash(A()).x','None()','None[0]','None + 1','None < None','len(None)','for x in None: pass','raise 1','raise None','raise A','raise A()','raise "abc"','raise ValueError','raise ValueError(1, 2)','raise ValueError("")','raise KeyError("a")','raise KeyError','raise KeyError("a", "b")','raise','raise ValueError from 1' ,'raise ValueError("x") from KeyError("y")','raise SystemExit("bye")','raise SystemExit(3)','raise SystemExit((1, 2))','raise SystemExit(1, 2)','raise SystemExit([])','raise SystemExit("")','raise SystemExit(None)','raise SystemExit(1.5)','raise SystemExit(True)','raise SystemExit(A)','raise SystemExit(-1)','raise SystemExit(300)','import sys\nsys.exit("x")','import sys\nsys.exit(1, 2)','raise KeyboardInterrupt','raise StopIteration(1)','raise AssertionError','assert 0','assert 0, "msg"','assert 0, (1, 2)','assert [] == {}','raise UnicodeError("x")','raise OSError(1, "x")','raise OSError(1, "x", "file")','raise ImportError("x")','raise Exception("a\\nb")','raise Exception(u"\\xe9")','raise Exception("caf\\xe9")','lambda: x\n(lambda: y)()','[x for x in 5]','[z for x in [1]]','{x: y for x in [1]}','f1(*5)','f1(**5)','f1(**{1: 2})','f1(*[1], **{"a": 2})','f1(*[1, 2])','f1(**{"b": 1})','with 1: pass','with A() as a: pass']:
    snips.append(('x',call))
seen=set(); n=0
for k,s in snips:
    if s in seen: continue
    seen.add(s); n+=1
    used=[]
    blocks=re.split(r'(?m)^(?=class |def )',PRE)
    pre=''.join(b for b in blocks if b and re.search(r'\b%s\b'%re.match(r'(?:class|def) (\w+)',b).group(1),s))
    open(out+'%s_%04d.py'%(k,n),'w').write(pre+s+'\n')
print(n)
