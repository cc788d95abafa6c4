# divmod() asks __divmod__ and __rdivmod__.


class Money(object):
    def __init__(self, cents):
        self.cents = cents

    def __divmod__(self, other):
        print("divmod")
        return divmod(self.cents, other)

    def __rdivmod__(self, other):
        print("rdivmod")
        return divmod(other, self.cents)


class Refuses(Money):
    def __divmod__(self, other):
        return NotImplemented


print(divmod(Money(350), 100))
print(divmod(1000, Money(300)))
print(divmod(Refuses(7), Money(3)))
print(divmod(7, -2), divmod(-7.5, 2), divmod(10 ** 20, 7))
for a, b in (Refuses(7), 5), (1, None), ("%s", 1), (1, 0), (1.0, 0), ([], Refuses(1)):
    try:
        print(divmod(a, b))
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))
