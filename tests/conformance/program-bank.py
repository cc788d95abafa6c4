# nothing about memory, a bit of everything
class Account(object):
    count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []
        Account.count += 1

    def move(self, amount):
        if self.balance + amount < 0:
            self.log.append("refused %d" % amount)
            return False
        self.balance += amount
        self.log.append("%+d" % amount)
        return True


class Savings(Account):
    rate = 0.05

    def interest(self):
        self.move(int(self.balance * self.rate))


a = Account("Ann", 100)
s = Savings("Bob", 1000)
print(a.move(-30), a.move(-100), s.move(50))
s.interest()
for x in (a, s):
    print("%-5s|%8d|%s" % (x.owner, x.balance, ", ".join(x.log)))
print(Account.count, Savings.count)
