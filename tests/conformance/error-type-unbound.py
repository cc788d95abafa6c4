# a method of the class without an instance
class C(object):
    def m(self):
        return 1


print(C.m(C()))
C.m()
