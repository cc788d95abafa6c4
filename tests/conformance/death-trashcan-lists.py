# nested lists with something in each
dead = []


class D(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        dead.append(self.n)


l = []
for i in range(60):
    l = [l, D(i)]
l = None
print(len(dead))
print(dead)
