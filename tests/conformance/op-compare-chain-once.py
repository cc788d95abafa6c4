# the middle of a chain is evaluated once, the end perhaps never
def say(x):
    print("asked %s" % x)
    return x


print(say(1) < say(5) < say(3))
print("--")
print(say(9) < say(5) < say(3))
