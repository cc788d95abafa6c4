# a longer chain: older versions put a part off
dead = []


class C(object):
    def __del__(self):
        dead.append(1)


head = None
for i in range(60):
    c = C()
    c.next = head
    head = c
c = None
head = None
print(len(dead))
x = []
x = None
print(len(dead))
