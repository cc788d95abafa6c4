# __eq__ that changes the dict or set in which a key is looked for: the search goes on
# unless the table, or the key that was compared, is another one now.


class Key(object):
    def __init__(self, number, name):
        self.number = number
        self.name = name

    def __hash__(self):
        return self.number

    def __eq__(self, other):
        print("  %s == %s" % (self.name, other.name))
        if acts:
            acts.pop(0)()
        return self.name == other.name


def attempt(title, *todo):
    print(title)
    for look in has, delete, put:
        table.clear()
        for key in a, b, c, d:
            table[key] = key.name
        acts[:] = todo
        try:
            print(" ", look())
        except KeyError:
            print("  KeyError")
        del acts[:]
        print(" ", sorted(key.name for key in table))


def has():
    return Key(1, "b") in table


def delete():
    del table[Key(1, "b")]


def put():
    table[Key(1, "b")] = "new"


def grow():
    for i in range(50):
        table[1000 + i] = i
    for i in range(50):
        del table[1000 + i]


acts = []
table = {}
a, b, c, d = Key(1, "a"), Key(1, "b"), Key(2, "c"), Key(3, "d")
attempt("nothing")
attempt("another goes", lambda: table.pop(d))
attempt("two others go", lambda: (table.pop(d), table.pop(c)))
attempt("the compared goes", lambda: table.pop(a))
attempt("the wanted goes", lambda: table.pop(b))
attempt("all go", table.clear)
attempt("a new one comes", lambda: table.update({Key(7, "e"): 1}))
attempt("the table grows", grow)
attempt("a value changes", lambda: table.update({d: 2}))

print("set")
items = set([a, c, d])
acts[:] = [lambda: items.discard(d)]
print(Key(1, "b") in items, sorted(key.name for key in items))
acts[:] = [lambda: items.discard(a)]
print(Key(1, "b") in items, sorted(key.name for key in items))
