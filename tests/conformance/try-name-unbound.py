# versions: 3.6-
# the name of an except clause is unbound at its end
def f():
    e = "before"
    try:
        raise ValueError("x")
    except ValueError as e:
        print(repr(e))
    try:
        print(e)
    except UnboundLocalError as other:
        print(other)


f()
try:
    1 / 0
except ZeroDivisionError as err:
    kept = err
print(kept)
try:
    err
except NameError as e:
    print(e)
