# versions: 2.7
# old-style instances and classes
import gc


class Old:
    pass


gc.collect()
a = Old()
a.a = a
del a
print gc.collect()


class K:
    pass


del K
print gc.collect()


class K:
    pass


K.me = K
del K
print gc.collect()
