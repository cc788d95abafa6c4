# a chain of twenty goes at once
class C(object):
    def __init__(self, n, next):
        self.n = n
        self.next = next

    def __del__(self):
        print(self.n)


head = None
for i in range(20):
    head = C(i, head)
print("drop")
head = None
print("end")
