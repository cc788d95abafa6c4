# versions: 3.6-
def g():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except GeneratorExit:
        print("exit"); raise
    finally:
        print("fin")
it = g()
print(next(it), it.send("v"))
it.close()
it = g(); next(it)
try: it.throw(ValueError("t"))
except ValueError as e: print("thrown", e)
def sub():
    r = yield "s"
    return r
def main():
    v = yield from sub()
    print("v", v)
    return 9
m = main(); print(next(m))
try: m.send(5)
except StopIteration as e: print("stop", e.value)
def bad():
    yield
    raise StopIteration
b = bad(); next(b)
try: next(b)
except RuntimeError as e: print(e)
except StopIteration: print("plain")
it = g()
try: it.send(1)
except TypeError as e: print(e)
def running():
    try: next(r)
    except ValueError as e: print(e)
    yield
r = running(); next(r)
print(type(it).__name__, it.__name__, it.gi_running)
del it, m
