# pop from an empty list
l = [1]
l.pop()
l.pop()
