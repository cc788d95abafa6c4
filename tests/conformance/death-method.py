# a bound method keeps its instance
class D(object):
    def __del__(self):
        print("del")

    def hello(self):
        print("hello")


m = D().hello
m()
print("--")
del m
print("--")
D().hello()
print("end")
