# Who holds a constant: the code that it is in, the syntax tree while the program
# runs, and whoever has it by name.  From 3.8 equal constants are one object.
import sys

number = 1000
again = 1000
negative = -1000
big = 12345678901234567890
real = 1.5
text = "hello world"
joined = "hello " + "you"
pair = (1, 2)
other = (1, 2)
nested = (1, (2, 3))
front = ((4, 5), 6)
built = (number, real)


def uses(number=2000, pair=(3000, (4, 5))):
    "some words"
    local = 4000
    return [sys.getrefcount(x) for x in (number, pair, pair[0], pair[1], local)]


def makes():
    return (1, 2), "hello world", 1.5


class Holder(object):
    seven = 1.5
    words = "hello world"


print([sys.getrefcount(x) for x in (number, negative, big, real, text, joined)])
print([sys.getrefcount(x) for x in (pair, other, nested, nested[1], front, front[0], built)])
print(number is again, pair is other)
print(uses(), sys.getrefcount(uses.__doc__))
a, b, c = makes()
print(a is pair, b is text, c is real, Holder.words is text, Holder.seven is real)
print(sys.getrefcount(9000), sys.getrefcount("p q"), sys.getrefcount(9.5))
