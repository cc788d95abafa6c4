# exceptions thrown into a generator
def g():
    while True:
        try:
            x = yield "ready"
            print("x %r" % (x,))
        except ValueError as e:
            print("inside %s" % e)


it = g()
print(next(it))
print(it.throw(ValueError("a")))
print(it.throw(ValueError))
print(it.send(3))
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print("outside %s" % e)
try:
    next(it)
except StopIteration:
    print("finished")
fresh = g()
try:
    fresh.throw(ValueError("early"))
except ValueError as e:
    print("outside %s" % e)
try:
    fresh.throw(IndexError("late"))
except IndexError as e:
    print("outside %s" % e)
