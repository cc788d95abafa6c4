# versions: 3.6-
# saved in a collection
import gc
saved = []


class Z(object):
    def __del__(self):
        print("del")
        saved.append(self)


gc.collect()
z = Z()
z.me = z
del z
print(gc.collect(), len(saved))
del saved[:]
print(gc.collect(), len(saved))
