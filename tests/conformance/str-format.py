# str.format: names, conversions, specs in specs, complaints
class A(object):
    x = 5
    def __repr__(self): return 'A!'
    def __format__(self, spec): return 'fmt<%s>' % spec
    def __getitem__(self, k): return ('k', k)
a = A()
print('{} {} {}'.format(1, 'a', a), '{0}{1}{0}'.format(1, 2), '{a} {b}'.format(a=1, b=[2]))
print('{:>5}|{:<5}|{:^5}'.format(3, 'x', 'y'), '{!r} {!s}'.format('q', 'q'), '{0.x} {0[k]} {1[0]}'.format(a, [7]))
print('{:{}}|{:{w}}'.format(3, 5, 4, w=6), '{0:{1}}'.format('a', 4), '{:spec}'.format(a), '{{}} {}'.format(1))
print('{:.2f} {:d} {:x}'.format(3.14159, 5, 255))
for t in ('{', '}', '{a}', '{} {}', '{0} {}', '{!z}', '{0.}', '{0[a]b}', '{0.nope}'):
    try: print(t.format(1))
    except Exception as e: print(t, e.__class__.__name__, e)
