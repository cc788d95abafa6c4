# and for attributes
class Thing(object):
    def __init__(self):
        self.colour = "red"


t = Thing()
print(t.color)
