# versions: 3.6-
# the collector does not finalize twice
import gc
saved = []


class Z(object):
    def __del__(self):
        print("del")
        saved.append(self)


gc.collect()
z = Z()
del z
z = saved.pop()
z.me = z
del z
print(gc.collect() > 0, len(saved))
