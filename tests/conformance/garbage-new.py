# versions: 3.6-
# since 3.4 a __del__ in a ring simply runs
import gc


class D(object):
    def __del__(self):
        print("del")


gc.collect()
d = D()
d.me = d
del d
print(gc.collect(), gc.garbage)
print(gc.collect())
