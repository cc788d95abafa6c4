# a cache with a linked list
import gc


class Entry(object):
    def __init__(self, key):
        self.key = key
        self.before = self.after = self

    def __repr__(self):
        return "<%s>" % self.key


class Cache(object):
    def __init__(self, size):
        self.size = size
        self.root = Entry("root")
        self.entries = {}

    def get(self, key):
        e = self.entries.get(key)
        if e is None:
            e = self.entries[key] = Entry(key)
        else:
            e.before.after = e.after
            e.after.before = e.before
        e.before = self.root
        e.after = self.root.after
        self.root.after.before = e
        self.root.after = e
        if len(self.entries) > self.size:
            old = self.root.before
            old.before.after = self.root
            self.root.before = old.before
            del self.entries[old.key]
        return e

    def keys(self):
        found = []
        e = self.root.after
        while e is not self.root:
            found.append(e.key)
            e = e.after
        return found


gc.collect()
c = Cache(3)
for k in "abcaed":
    c.get(k)
print(c.keys())
print(c.get("a"), c.keys())
print(gc.collect())
del c
print(gc.collect() > 0)
