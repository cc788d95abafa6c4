# temporaries in the middle of an expression
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)

    def get(self):
        return len(self.name)


print(D("one").get() + D("three").get())
l = [D("a").name, D("b").name]
print(l)
if D("cond").get() > 2:
    print("in the block")
x = D("x") and 5
print(x)
D("left") == D("right")
print([D("item")][0].name)
