# versions: 2.7 3.6 3.11 3.13
class A(object):
    "doc"
    x = 1

    def __init__(self, name):
        self.name = name
        self.__hidden = None


class B(A):
    class C:
        pass
