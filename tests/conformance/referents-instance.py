# the dict of old, the values of new
import gc


class A(object):
    pass


a = A()
a.p = 10
a.q = "z"
refs = gc.get_referents(a)
print(len(refs))
print(refs[-1] is A)
for r in refs:
    print(type(r).__name__)
