# what a generator refuses
def g():
    x = yield 1
    print("x is %r" % (x,))
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield 2


try:
    g().send(5)
except TypeError as e:
    print(e)
me = g()
print(me.send(None))
print(me.send("hello"))
for m in ["send", "throw"]:
    try:
        getattr(me, m)()
    except TypeError as e:
        print("TypeError")
try:
    me.throw(5)
except TypeError as e:
    print(e)
