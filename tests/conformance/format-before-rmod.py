# The % of a text comes before a __rmod__ of what is formatted, unless that is a text of
# a class derived from the text's.


class Thing(object):
    def __rmod__(self, text):
        return "rmod of Thing"

    def __str__(self):
        return "thing"


class Text(str):
    def __rmod__(self, text):
        return "rmod of Text"


class Plain(str):
    pass


class Own(str):
    def __mod__(self, value):
        return "mod of Own"


print("%s" % Thing())
print("%s" % Text("text"))
print(Plain("%s") % Thing())
print(Plain("%s") % Text("text"))
print(Text("%s") % Text("text"))
print(Own("%s") % Thing())
print(5 % Thing())
print([] % Thing())
