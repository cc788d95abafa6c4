# pop out of range
l = [1]
l.pop(3)
