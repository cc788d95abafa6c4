# the loop variable and the list that is walked
class D(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del %s" % self.name)


for d in [D(0), D(1), D(2)]:
    print("at %d" % d.name)
print("after the loop")
del d
print("-- made in the loop")
for i in range(3):
    d = D(i)
print("after")
d = None
print("-- break")
for d in [D("a"), D("b")]:
    break
print("after")
del d
