# observers that register their methods
import gc
import weakref


class Subject(object):
    def __init__(self):
        self.observers = []

    def tell(self, what):
        for o in self.observers:
            o(what)


class Observer(object):
    def __init__(self, name, subject):
        self.name = name
        self.subject = subject
        subject.observers.append(self.update)

    def update(self, what):
        print("%s: %s" % (self.name, what))


gc.collect()
s = Subject()
for n in ("x", "y"):
    Observer(n, s)
s.tell("hello")
w = weakref.ref(s)
del s
print(w() is None)
print(gc.collect() > 0)
print(w() is None)
