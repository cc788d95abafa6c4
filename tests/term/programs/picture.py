class Node:
    def __init__(self, name):
        self.name = name

a = Node('a')
b = Node('b')
c = Node('c')
a.next = b
b.next = c
c.next = a
hub = [[1], [2], [3]]
far = [[[[[a]]]]]
del b
del c
print('ready')
a.next = None
print('cut')
