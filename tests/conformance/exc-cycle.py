# a saved exception is a cycle of exception, traceback, frame
import gc
gc.collect()


def f():
    try:
        raise ValueError("x")
    except ValueError as e:
        err = e


def main():
    f()


def outer():
    main()


f()
print(gc.collect())
main()
print(gc.collect())
outer()
print(gc.collect())


def nested():
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise KeyError("b")
    except KeyError as e:
        err = e


nested()
print(gc.collect())


def callee():
    raise ValueError("x")


def caller():
    try:
        callee()
    except ValueError as e:
        err = [e]


caller()
print(gc.collect())
