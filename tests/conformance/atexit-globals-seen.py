# what __del__ still sees
class A(object):
    pass


class G(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print(self.n, A is None, other is None)


other = 5
b = G("b")
a = G("a")
print("end")
