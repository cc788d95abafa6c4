# versions: 3.6-
# causes and contexts
def show(e):
    print(type(e).__name__, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


try:
    try:
        raise ValueError("a")
    except ValueError as v:
        raise KeyError("b") from v
except KeyError as e:
    show(e)
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise KeyError("b")
except KeyError as e:
    show(e)
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise KeyError("b") from None
except KeyError as e:
    show(e)
try:
    raise KeyError("c") from ValueError
except KeyError as e:
    show(e)
try:
    raise KeyError("d") from 5
except TypeError as e:
    print(e)
