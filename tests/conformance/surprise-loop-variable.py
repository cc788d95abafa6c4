# the loop variable is a reference, too
import weakref


class A(object):
    pass


l = [A(), A()]
refs = []
for x in l:
    refs.append(weakref.ref(x))
del l
print(refs[0]() is None, refs[1]() is None)
del x
print(refs[1]() is None)
