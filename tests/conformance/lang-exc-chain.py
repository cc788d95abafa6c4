# versions: 3.6-
def f():
    try:
        {}["k"]
    except KeyError as e:
        raise ValueError("outer") from e
def g():
    try: f()
    except ValueError:
        raise RuntimeError("new")
try: g()
except RuntimeError as e:
    print(repr(e.__context__), repr(e.__context__.__cause__), e.__cause__, e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise TypeError("t") from None
except TypeError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
def h():
    try: return "try"
    finally: print("finally")
print(h())
def k():
    for i in range(3):
        try:
            if i == 1: continue
            print(i)
        finally: print("f", i)
    else: print("else")
k()
try: pass
except: print("no")
else: print("else")
finally: print("fin")
g()
