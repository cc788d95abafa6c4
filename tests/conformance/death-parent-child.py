# a parent dies before what it owns
class Parent(object):
    def __init__(self, name):
        self.name = name
        self.kids = []

    def __del__(self):
        print("del %s with %d kids" % (self.name, len(self.kids)))


p = Parent("p")
for i in range(3):
    p.kids.append(Parent("k%d" % i))
p.kids[1].kids.append(Parent("grandchild"))
del p
