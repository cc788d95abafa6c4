# A program that does not end.
turn = 0
while True:
    turn = turn + 1
