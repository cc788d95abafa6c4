# a class lives as long as its instances
class D(object):
    def __del__(self):
        print("del")


d = D()
del D
print("class name gone")
del d
print("end")
