# two functions that call each other
depth = [0]


def ping():
    depth[0] += 1
    return pong()


def pong():
    return ping()


print("go")
ping()
