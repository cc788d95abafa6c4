# versions: 3.6-
# a generator that saves itself while it is closed
saved = []


def g():
    try:
        yield 1
    finally:
        saved.append(it)
        print("closing")


it = g()
next(it)
me = it
del it, me
print(len(saved))
