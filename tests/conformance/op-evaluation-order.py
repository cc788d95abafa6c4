# left to right, the right side of = first
def say(x):
    print(x)
    return x


d = {}
d[say("key")] = say("value")
say("left") + say("right")
[say(1), say(2)]
{say("k1"): say("v1")}
print([say("f")][0] + say("arg"))
l = [0, 0]
l[say(0)], l[say(1)] = say(10), say(11)
print(l)
