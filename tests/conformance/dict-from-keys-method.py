# dict() and update() with an object that has keys(): all keys first, 2.7 one by one.


class Keys(object):
    def keys(self):
        print("keys")
        return self.walk()

    def walk(self):
        for key in "ab":
            print("key " + key)
            yield key


class Table(Keys):
    def __getitem__(self, key):
        print("get " + key)
        return key * 2


class Fails(Table):
    def __getitem__(self, key):
        raise ValueError(key)


class FailsLate(Table):
    def walk(self):
        yield "x"
        raise ValueError("late")


class NoKeys(Table):
    def keys(self):
        return 5


class OneKey:
    def keys(self):
        return ["only"]


class Numbers(object):
    def keys(self):
        return [1]


def attempt(make):
    table = {}
    try:
        print(sorted(dict(make()).items()))
        table.update(make())
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))
    try:
        table.update(make())
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))
    print(sorted(table.items()))


for make in Table, Keys, Fails, FailsLate, NoKeys, OneKey, Numbers:
    print("-- " + make.__name__)
    attempt(make)
