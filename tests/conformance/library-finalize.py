# weakref.finalize, atexit, WeakMethod (3.x)
import weakref, gc, atexit
class A(object): pass
def bye(*a, **k): print('bye', a, sorted(k.items()))
a = A()
f = weakref.finalize(a, bye, 1, 2, x=3)
print(f.alive, f.atexit)
del a
print(f.alive, f())
b = A()
g = weakref.finalize(b, bye, 'b')
print(g.peek()[1:], g.detach()[1:], g.alive)
c = A(); c.me = c
weakref.finalize(c, bye, 'c')
del c
gc.collect()
e1 = A(); e2 = A()
weakref.finalize(e1, bye, 'e1')
weakref.finalize(e2, bye, 'e2')
h = weakref.finalize(b, bye, 'never'); h.atexit = False
atexit.register(print, 'atexit', 1)
class M(object):
    def m(self): return 'm'
o = M()
wm = weakref.WeakMethod(o.m, lambda r: print('dead method'))
print(wm()(), wm() == o.m)
del o
print(wm())
def bad(): 1/0
atexit.register(bad)
