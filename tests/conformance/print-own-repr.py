# print asks __str__, a container asks __repr__
class Both(object):
    def __str__(self):
        return "str of it"

    def __repr__(self):
        return "repr of it"


class Only(object):
    def __repr__(self):
        return "only repr"


b = Both()
print(b)
print([b, (b,)])
print({"k": b})
print("%s %r" % (b, b))
print(str(b) + "/" + repr(b))
o = Only()
print(o)
print(str(o))
print([o])
