# the body of a class is code that runs once
class C(object):
    print("in the body")
    a = 1
    b = a + 1
    l = []
    for i in range(3):
        l.append(i * b)
    if b == 2:
        def method(self):
            return self.a + self.b
    del a


print(C.l, C.i, C.b)
print(hasattr(C, "a"))
c = C()
c.a = 5
print(c.method())
