# the operator's name in the message
x = []
x -= 1
