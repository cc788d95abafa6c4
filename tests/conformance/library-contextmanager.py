# contextlib: context managers made of generators, also in cycles
import gc
from contextlib import contextmanager, closing
gc.collect()
@contextmanager
def tag(name):
    print('<' + name)
    try:
        yield name
    except ZeroDivisionError:
        print('caught'); raise
    finally:
        print(name + '>')
with tag('a') as a:
    print(a)
try:
    with tag('b'):
        1/0
except ZeroDivisionError as e: print('out')
class R(object):
    def close(self): print('closed')
with closing(R()): print('in')
class H(object):
    def __del__(self): print('del H')
@contextmanager
def cyc():
    h = H()
    h.me = h
    yield h
with cyc() as h: pass
del h
print(gc.collect())
m = tag('never')
m.me = m
del m
print(gc.collect())
@contextmanager
def bad(): 
    if 0: yield
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def two():
    yield 1
    yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
with tag('z'):
    raise ValueError('uncaught')
